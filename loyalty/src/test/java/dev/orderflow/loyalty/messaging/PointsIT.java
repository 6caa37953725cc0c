package dev.orderflow.loyalty.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.loyalty.testing.AnOrder;
import dev.orderflow.loyalty.testing.Broker;
import dev.orderflow.loyalty.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through a real broker, as order publishes. */
@QuarkusTest
class PointsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static final Set<Class<?>> CONCERN =
            Set.of(OrderDelivered.class, ReturnClosed.class, OrderClosed.class, CustomerErased.class);

    private static Broker broker;

    @Inject
    Rows rows;

    private final AnOrder order = AnOrder.some();

    @BeforeAll
    static void connect() {
        broker = new Broker();
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    @AfterEach
    void everyBalanceIsTheSumOfItsMovements() {
        assertThat(rows.unbalanced()).isEmpty();
    }

    @Test
    void anOrderEarnsWhenItIsDelivered() {
        handled(order.placed(), order.paymentRequested(), order.confirmed(), order.shipped());
        assertThat(rows.movements(order)).isEmpty();

        handled(order.delivered());

        assertThat(rows.movements(order)).containsExactly("EARNED 25");
        assertThat(rows.balance(order)).containsExactly("25");
    }

    @Test
    void aReturnTakesBackWhenItIsClosedAndNotBefore() {
        handled(order.delivered(), order.returnAccepted(), order.returned(), order.stuck());
        assertThat(rows.balance(order)).containsExactly("25");

        handled(order.returnClosed());

        assertThat(rows.movements(order)).containsExactly("EARNED 25", "TAKEN_BACK -25");
        assertThat(rows.balance(order)).containsExactly("0");
    }

    @Test
    void theLastWordOfAnOperatorCounts() {
        handled(order.delivered(), order.returned(), order.stuck(), order.deliveredByHand());
        assertThat(rows.movements(order)).containsExactly("EARNED 25");

        handled(order.returnClosedByHand(), order.stuck(), order.deliveredByHand(), order.closedByHand());

        assertThat(rows.movements(order)).containsExactly("EARNED 25", "TAKEN_BACK -25", "EARNED 25", "TAKEN_BACK -25");
        assertThat(rows.balance(order)).containsExactly("0");
    }

    @Test
    void nothingIsTakenBackThatWasNeverEarned() {
        var cancelled = AnOrder.some();

        handled(order.returnClosed(), cancelled.cancelled(), cancelled.closed());

        assertThat(rows.movements(order)).isEmpty();
        assertThat(rows.balance(order)).isEmpty();
        assertThat(rows.balance(cancelled)).isEmpty();
    }

    @Test
    void whatComesAgainMovesNothing() {
        var first = handled(order.delivered());
        var second = handled(order.returnClosed());

        broker.publishAgain(first);
        broker.publishAgain(
                Stream.of(first, second, first).flatMap(List::stream).toList());
        handled(order.closed());

        assertThat(rows.movements(order)).containsExactly("EARNED 25", "TAKEN_BACK -25");
    }

    /** Its orders are in many partitions, and so in batches of different readers. */
    @Test
    void addsUpAllOrdersOfACustomer() {
        var orders = IntStream.range(0, 60).mapToObj(each -> order.again()).toList();

        handled(orders.stream().map(AnOrder::delivered).toArray(Event[]::new));
        handled(orders.stream().limit(20).map(AnOrder::returnClosed).toArray(Event[]::new));

        assertThat(rows.balance(order)).containsExactly("1000");
    }

    @Test
    void anErasedCustomerHasNoPoints() {
        handled(order.delivered());
        var late = order.again();

        handled(order.erased(Instant.now()));

        assertThat(rows.movements(order)).isEmpty();
        assertThat(rows.balance(order)).isEmpty();
        handled(late.delivered(), order.returnClosed());
        assertThat(rows.movements(late)).isEmpty();
        assertThat(rows.balance(order)).containsExactly("0");
    }

    /** Loyalty may read of an erasure when its customer has bought something again. */
    @Test
    void whoOrdersAgainKeepsWhatThatEarned() {
        var old = order.placedAt(Instant.now().minus(2, ChronoUnit.HOURS));
        var next = old.again();
        handled(old.delivered(), next.delivered());
        assertThat(rows.balance(order)).containsExactly("50");

        handled(order.erased(Instant.now().minus(1, ChronoUnit.HOURS)));

        assertThat(rows.movements(old)).isEmpty();
        assertThat(rows.balance(order)).containsExactly("25");
        handled(next.returnClosed());
        assertThat(rows.balance(order)).containsExactly("0");
    }

    /** Publishes, and waits until all of it has taken effect; what is left by its type leaves no mark. */
    private List<ProducerRecord<String, byte[]>> handled(Event... events) {
        var records = broker.publish(events);
        for (int each = 0; each < events.length; each++) {
            if (CONCERN.contains(events[each].getClass())) {
                var id = Broker.id(records.get(each));
                await().atMost(SOON).until(() -> rows.isHandled(id));
            }
        }
        return records;
    }
}
