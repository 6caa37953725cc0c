package dev.orderflow.inventory.messaging;

import static dev.orderflow.inventory.domain.Orders.of;
import static dev.orderflow.inventory.testing.Operator.stock;
import static dev.orderflow.inventory.testing.Operator.stocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Shortage;
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.inventory.domain.Orders;
import dev.orderflow.inventory.testing.Database;
import dev.orderflow.inventory.testing.Listener;
import dev.orderflow.inventory.testing.Operator;
import dev.orderflow.inventory.testing.OrderService;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From order-events to stock and answers, through the real broker and database. */
@QuarkusTest
class ReservationsIT {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private OrderService orders;
    private Listener answers;

    @BeforeEach
    void open() {
        orders = new OrderService();
        answers = new Listener(Topics.INVENTORY_EVENTS);
    }

    @AfterEach
    void close() {
        orders.close();
        answers.close();
    }

    @Test
    void reservesExactlyWhatThereIsHoweverManyAsk() {
        var sku = stocked("lamp", 100);
        var buyers = buyers(500);

        orders.publish(buyers.stream().map(order -> order.placed(of(sku, 1))).toList());

        var given = answersTo(buyers, 500);
        assertThat(given).hasSize(500);
        assertThat(given).filteredOn(StockReserved.class::isInstance).hasSize(100);
        assertThat(given).filteredOn(StockRejected.class::isInstance).hasSize(400);
        assertThat(stock(sku)).isEqualTo("100 100 0");
        assertThat(orders.partitions(Topics.ORDER_EVENTS)).isEqualTo(Topics.PARTITIONS);
    }

    @Test
    void sumsTwoLinesOfOneProduct() {
        var sku = stocked("chair", 10);
        var greedy = Orders.order();
        var modest = Orders.order();

        orders.publish(greedy.placed(of(sku, 6), of(sku, 6)));
        assertThat(answersTo(greedy, 1))
                .containsExactly(new StockRejected(
                        greedy.id(), greedy.customer(), "out-of-stock", List.of(new Shortage(sku, 12, 10))));

        orders.publish(modest.placed(of(sku, 6), of(sku, 4)));
        assertThat(answersTo(modest, 1)).containsExactly(reserved(modest, of(sku, 10)));
        assertThat(stock(sku)).isEqualTo("10 10 0");
    }

    @Test
    void rejectsAnOrderAsAWhole() {
        var plenty = stocked("a-plenty", 10);
        var scarce = stocked("b-scarce", 1);
        var order = Orders.order();

        orders.publish(order.placed(of(plenty, 1), of(scarce, 2), of("z-unheard-of", 1)));

        assertThat(answersTo(order, 1))
                .containsExactly(new StockRejected(
                        order.id(),
                        order.customer(),
                        "unknown-product",
                        List.of(new Shortage(scarce, 2, 1), new Shortage("z-unheard-of", 1, 0))));
        assertThat(stock(plenty)).isEqualTo("10 0 10");
    }

    @Test
    void keepsItsPromisesWhileGoodsAreCountedInAndOut() {
        var sku = stocked("bulb", 200);
        var buyers = buyers(300);

        var counted = countingOut(sku, 40, 5);
        orders.publish(buyers.stream().map(order -> order.placed(of(sku, 1))).toList());
        long accepted = counted.join().stream().filter(status -> status == 200).count();

        var given = answersTo(buyers, 300);
        long reserved = given.stream().filter(StockReserved.class::isInstance).count();
        long onHand = 200 - 5 * accepted;
        assertThat(counted.join()).allMatch(status -> status == 200 || status == 409);
        assertThat(stock(sku)).isEqualTo(onHand + " " + reserved + " " + (onHand - reserved));
        assertThat(given).hasSize(300);
    }

    @Test
    void changesNothingWhenEventsAreDeliveredAgain() {
        var sku = stocked("vase", 10);
        var order = Orders.order();
        var first = orders.publish(order.placed(of(sku, 3)), order.cancelled(1, Due.STOCK));
        orders.publishAgain(first);
        orders.publishAgain(Stream.concat(first.stream(), first.stream()).toList());

        orders.publish(order.cancelled(2, Due.STOCK));

        assertThat(answersTo(order, 3))
                .containsExactly(reserved(order, of(sku, 3)), released(order, of(sku, 3)), released(order, of(sku, 3)));
        assertThat(stock(sku)).isEqualTo("10 0 10");
    }

    @Test
    void neverReservesForAnOrderThatWasCancelledFirst() {
        var sku = stocked("clock", 10);
        var order = Orders.order();

        orders.publish(order.cancelled(1, Due.STOCK), order.placed(of(sku, 3)), order.cancelled(2, Due.STOCK));

        assertThat(answersTo(order, 2)).containsExactly(released(order), released(order));
        assertThat(stock(sku)).isEqualTo("10 0 10");
    }

    @Test
    void answersTheCancellationOfAnOrderThatItRejected() {
        var sku = stocked("mirror", 1);
        var order = Orders.order();

        orders.publish(order.placed(of(sku, 2)), order.cancelled(1, Due.STOCK));

        assertThat(answersTo(order, 2)).last().isEqualTo(released(order));
    }

    @Test
    void takesGoodsFromTheShelfAndPutsThemBack() {
        var sku = stocked("desk", 10);
        var order = Orders.order();

        orders.publish(order.placed(of(sku, 3)), order.paymentRequested(), order.confirmed());
        orders.publish(order.shipped(of(sku, 3)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stock(sku)).isEqualTo("7 0 7"));

        orders.publish(order.delivered(false), order.returnAccepted());
        orders.publish(order.returned(1, List.of(of(sku, 3)), Due.STOCK, Due.PAYMENT));
        orders.publish(order.returned(2, List.of(of(sku, 3)), Due.STOCK));

        assertThat(answersTo(order, 3))
                .containsExactly(
                        reserved(order, of(sku, 3)), restocked(order, of(sku, 3)), restocked(order, of(sku, 3)));
        assertThat(stock(sku)).isEqualTo("10 0 10");
    }

    @Test
    void followsAnOperatorWhoClosesOrdersByHand() {
        var sku = stocked("sofa", 10);
        var lost = Orders.order();
        var found = Orders.order();
        var back = Orders.order();

        orders.publish(lost.placed(of(sku, 3)), lost.closed(true));
        orders.publish(found.placed(of(sku, 2)), found.delivered(true));
        orders.publish(back.placed(of(sku, 1)), back.recallRequested(), back.returnClosed(true));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stock(sku)).isEqualTo("8 0 8"));
    }

    @Test
    void accountsForEveryPieceInTheJournal() {
        var sku = stocked("shelf", 10);
        var order = Orders.order();

        orders.publish(order.placed(of(sku, 3)), order.shipped(of(sku, 3)));
        orders.publish(order.returned(1, List.of(of(sku, 3)), Due.STOCK));
        answersTo(order, 2);

        var journal = new Database(url);
        var story = "SELECT string_agg(version || ' ' || type, ', ' ORDER BY position) FROM journal WHERE key = ?";
        assertThat(journal.row(story, order.id().toString()))
                .isEqualTo("1 orderflow.inventory.stock-reserved, 2 orderflow.inventory.internal.stock-consumed,"
                        + " 3 orderflow.inventory.stock-restocked");
        assertThat(journal.row(story, "stock/" + sku)).isEqualTo("1 orderflow.inventory.internal.stock-adjusted");
        assertThat(journal.row(
                        "SELECT payload->>'by', payload->>'reason', payload->>'delta', topic FROM journal WHERE key = ?",
                        "stock/" + sku))
                .isEqualTo("olga counted 10 null");
    }

    private static List<Orders> buyers(int count) {
        return IntStream.range(0, count).mapToObj(n -> Orders.order()).toList();
    }

    private static CompletableFuture<List<Integer>> countingOut(String sku, int times, int pieces) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (var threads = Executors.newFixedThreadPool(4)) {
                        return IntStream.range(0, times)
                                .mapToObj(n -> CompletableFuture.supplyAsync(
                                        () -> Operator.adjust(sku, -pieces).statusCode(), threads))
                                .toList()
                                .stream()
                                .map(CompletableFuture::join)
                                .toList();
                    }
                },
                Thread::startVirtualThread);
    }

    private List<Event> answersTo(Orders order, int count) {
        return answers.awaitEvents(count, order.id().toString());
    }

    private List<Event> answersTo(List<Orders> all, int count) {
        var ids = all.stream().map(Orders::id).collect(Collectors.toSet());
        return answers.awaitEvents(count, event -> event instanceof OrderScoped about && ids.contains(about.orderId()));
    }

    private static StockReserved reserved(Orders order, SkuQuantity... lines) {
        return new StockReserved(order.id(), order.customer(), List.of(lines));
    }

    private static StockReleased released(Orders order, SkuQuantity... lines) {
        return new StockReleased(order.id(), order.customer(), List.of(lines));
    }

    private static StockRestocked restocked(Orders order, SkuQuantity... lines) {
        return new StockRestocked(order.id(), order.customer(), List.of(lines));
    }
}
