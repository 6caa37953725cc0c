package dev.orderflow.platform.ratelimit;

import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.ratelimit.Buckets.Level;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes what a call weighs out of its customer's bucket. Buckets that don't answer let everybody in, and are counted. Made
 * with the first call: filters are made before there is any configuration.
 */
@ApplicationScoped
class RateLimit {

    private static final Logger LOG = Logger.getLogger(RateLimit.class);
    private static final String COUNTER = "orderflow.http.rate.limit";

    private final Buckets buckets;
    private final RateLimitConfig config;
    private final MeterRegistry registry;
    private final String service;

    @Inject
    RateLimit(
            Buckets buckets,
            RateLimitConfig config,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.buckets = buckets;
        this.config = config;
        this.registry = registry;
        this.service = service;
    }

    boolean isOn() {
        return config.enabled();
    }

    Call call(String subject, boolean safe, int weight) {
        return safe
                ? new Call(subject, "reads", config.reads(), weight)
                : new Call(subject, "writes", config.writes(), weight);
    }

    /** Fails with {@code too-many-requests}, and with nothing else. */
    Uni<Void> admit(Call call, HttpServerResponse answer) {
        return Uni.createFrom()
                .deferred(() -> buckets.take(
                        call.bucketOf(service),
                        call.weight(),
                        call.bucket().burst(),
                        call.bucket().perSecond()))
                .onFailure()
                .recoverWithItem(failure -> open(call, failure))
                .invoke(level -> tell(call, level, answer))
                .replaceWithVoid();
    }

    private void tell(Call call, Level level, HttpServerResponse answer) {
        if (level == null) {
            return;
        }
        answer.putHeader("RateLimit-Policy", call.policy()).putHeader("RateLimit", call.state(level));
        count(call, level.taken() ? "admitted" : "limited");
        if (!level.taken()) {
            throw tooMany(level.due());
        }
    }

    private static ProblemException tooMany(Duration wait) {
        long seconds = Call.wholeSeconds(wait);
        return Problems.TOO_MANY_REQUESTS
                .because("This customer's calls come faster than they may")
                .retryAfter(Duration.ofSeconds(seconds));
    }

    private Level open(Call call, Throwable failure) {
        LOG.debugf("the rate limit is open: %s", failure);
        count(call, "open");
        return null;
    }

    private void count(Call call, String outcome) {
        registry.counter(COUNTER, "kind", call.kind(), "outcome", outcome).increment();
    }
}
