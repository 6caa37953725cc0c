package dev.orderflow.order.messaging;

import dev.orderflow.contracts.Topics;
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

    private static final String NAME = "product-copy";
    private static final String WAITING_FOR = "waiting for";

    private final CatchUp catchUp;

    @Inject
    ProductCopyCheck(CatchUp catchUp) {
        this.catchUp = catchUp;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return catchUp.isDone().map(ProductCopyCheck::answer).onFailure().recoverWithItem(ProductCopyCheck::away);
    }

    private static HealthCheckResponse answer(boolean done) {
        var answer = HealthCheckResponse.named(NAME).status(done);
        return done
                ? answer.build()
                : answer.withData(WAITING_FOR, Topics.PRODUCT_EVENTS + " to be read")
                        .build();
    }

    private static HealthCheckResponse away(Throwable failure) {
        return HealthCheckResponse.named(NAME)
                .down()
                .withData(WAITING_FOR, "the broker to tell of " + Topics.PRODUCT_EVENTS + ": " + failure.getMessage())
                .build();
    }
}
