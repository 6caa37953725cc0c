package dev.orderflow.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the schema is this release's. Stays so, whatever becomes of the database: others tell that. */
@Readiness
@ApplicationScoped
class SchemaCheck implements HealthCheck {

    private final Schema schema;

    @Inject
    SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        var missing = schema.missing();
        var answer = HealthCheckResponse.named("schema").status(missing.isEmpty());
        missing.ifPresent(reason -> answer.withData("waiting for", reason));
        return answer.build();
    }
}
