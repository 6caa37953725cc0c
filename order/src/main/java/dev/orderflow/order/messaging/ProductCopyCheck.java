package dev.orderflow.order.messaging;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the product copy holds what was published before this process started: an older copy would refuse products
 * that exist, and sell at prices of yesterday. Stays up from then on, whatever becomes of the broker.
 */
@Readiness
@ApplicationScoped
class ProductCopyCheck implements AsyncHealthCheck {

    private final CatchUp catchUp;

    @Inject
    ProductCopyCheck(CatchUp catchUp) {
        this.catchUp = catchUp;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return catchUp.isDone()
                .onFailure()
                .recoverWithItem(false)
                .map(done ->
                        HealthCheckResponse.named("product-copy").status(done).build());
    }
}
