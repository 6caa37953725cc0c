package dev.orderflow.messaging.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topics have been there: a service that starts without a broker says so. The connector's own check does
 * not, for it takes a channel that has never had a connection for a paused one. Stays up from then on.
 */
@Readiness
@ApplicationScoped
class TopicsCheck implements HealthCheck {

    private final TopicProvisioner provisioner;

    @Inject
    TopicsCheck(TopicProvisioner provisioner) {
        this.provisioner = provisioner;
    }

    @Override
    public HealthCheckResponse call() {
        var waiting = provisioner.waitingFor();
        var answer = HealthCheckResponse.named("topics").status(waiting.isEmpty());
        waiting.ifPresent(what -> answer.withData("waiting for", what));
        return answer.build();
    }
}
