package dev.orderflow.inventory.messaging;

import static dev.orderflow.inventory.domain.Orders.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.inventory.domain.Orders;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Shelf;
import dev.orderflow.inventory.domain.Stock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReservationBatchTest {

    private final Stock stock = new Stock("rare", 3, 0, 7);
    private final Orders order = Orders.order();
    private final ReservationBatch batch = new ReservationBatch(
            Map.of(order.id(), Reservation.unseen(order.id(), order.customer())),
            Map.of("rare", new Shelf(stock, true)));

    /** The gate let it through, so it has to learn the level again. */
    @Test
    void tellsTheLevelOfWhatItRefuses() {
        batch.decide(order.placed(of("rare", 5)));

        assertThat(batch.changedStocks()).isEmpty();
        assertThat(batch.stocks()).containsExactly(stock);
    }

    @Test
    void tellsTheLevelAfterWhatItReserves() {
        batch.decide(order.placed(of("rare", 2)));

        assertThat(batch.stocks()).containsExactlyElementsOf(batch.changedStocks());
        assertThat(batch.stocks()).containsExactly(stock.reserve(2));
    }
}
