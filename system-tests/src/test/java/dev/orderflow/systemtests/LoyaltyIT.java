package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.client.model.PointsMovement;
import java.math.RoundingMode;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who observes the saga follows it, and the saga does not wait. */
@ExtendWith(RunningSystem.class)
class LoyaltyIT {

    private final TestSystem system = RunningSystem.get();
    private final String customer = "collector-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);

    @Test
    void pointsComeWithTheParcelAndGoWithTheReturn() {
        var id = shop.placed(NewOrder.of(new Warehouse(system).product(2)).times(2));
        var order = shop.awaitStatus(id, "DELIVERED");
        long points = order.total().amount().setScale(0, RoundingMode.DOWN).longValueExact();
        assertThat(points).isPositive();
        awaitBalance(points);

        shop.giveBack(id);

        shop.awaitStatus(id, "RETURNED");
        awaitBalance(0);
        assertThat(shop.client().loyalty().movements())
                .extracting(PointsMovement::orderId, PointsMovement::points)
                .containsExactly(movement(id, -points), movement(id, points));
    }

    @Test
    void anOrderIsDeliveredWhileNobodyCountsPoints() {
        system.kill("loyalty");
        try {
            var id = shop.placed(NewOrder.of(new Warehouse(system).product(1)));
            shop.awaitStatus(id, "DELIVERED");
        } finally {
            system.start("loyalty");
        }

        await().atMost(Shop.PATIENCE)
                .until(() -> shop.client().loyalty().points().execute().balance() > 0);
    }

    private void awaitBalance(long points) {
        var operator = system.client(system.token("ops", "operator", null)).loyalty();
        await().atMost(Shop.PATIENCE)
                .until(() -> operator.points(customer).execute().balance() == points);
    }

    private static Tuple movement(String order, long points) {
        return Tuple.tuple(UUID.fromString(order), points);
    }
}
