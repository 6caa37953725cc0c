package dev.orderflow.order.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.order.application.Placement.NotPriced;
import dev.orderflow.order.application.Placement.Placed;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Verdict.Refusal;
import dev.orderflow.order.domain.pricing.Item;
import dev.orderflow.order.domain.pricing.Quote;
import dev.orderflow.order.persistence.OrderFilter;
import dev.orderflow.order.persistence.OrderFilter.After;
import dev.orderflow.order.persistence.OrderQueries;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the REST side builds on. */
@QuarkusTest
class OrderServicesIT {

    @Inject
    Desk desk;

    @Inject
    Database database;

    @Inject
    CommandOrder commands;

    @Inject
    OrderQueries queries;

    @Inject
    OrderHistory history;

    private final String customer = "c-" + UUID.randomUUID();
    private final Actor actor = Actor.customer(customer);

    @Test
    void acceptsAnOrderAtTodaysPrices() {
        var order = desk.place(customer);

        assertThat(desk.find(order.id())).isEqualTo(order);
        assertThat(order.total()).isEqualTo(Money.of("24.90", "EUR"));
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.progress().deadline()).isEqualTo(order.createdAt().plus(Duration.ofMinutes(10)));
        assertThat(order.version()).isEqualTo(1);
    }

    @Test
    void keepsTheDecimalsOfEachCurrency() {
        desk.stock("services-dinar", "1.250", "BHD", true);
        desk.stock("services-won", "900", "KRW", true);

        for (var sku : List.of("services-dinar", "services-won")) {
            var order = ((Placed) desk.place(desk.wanted(customer, new Item(sku, 3)))).order();
            assertThat(desk.find(order.id())).isEqualTo(order);
        }
    }

    @Test
    void writesNothingWhenItCannotBePriced() {
        desk.stock("services-old", "5.00", "EUR", false);

        assertThat(desk.place(desk.wanted(customer, new Item("services-none", 1))))
                .isEqualTo(new NotPriced(new Quote.UnknownProduct(List.of("services-none"))));
        assertThat(desk.place(desk.wanted(customer, new Item("services-old", 1))))
                .isEqualTo(new NotPriced(new Quote.ProductInactive(List.of("services-old"))));
        assertThat(database.count("orders WHERE customer_id = ?", customer)).isZero();
        assertThat(database.count("journal WHERE payload->>'customerId' = ?", customer))
                .isZero();
    }

    /** Erasing is deleting rows of one table: nothing personal may stand in the other. */
    @Test
    void keepsPersonalDataOutOfTheJournal() {
        var order = desk.place(customer);
        Wire.publish(Participants.of(order).reserved());
        desk.awaitStatus(order.id(), OrderStatus.RESERVED);

        var key = order.id().toString();
        assertThat(database.count("journal WHERE key = ?", key)).isEqualTo(2);
        assertThat(database.count("journal WHERE key = ? AND payload::text ~ 'Marta|Kungsgatan|marta@|tok_visa'", key))
                .isZero();
        assertThat(database.count("personal p JOIN journal j USING (event_id) WHERE j.key = ?", key))
                .isEqualTo(2);
    }

    @Test
    void commandsOnlyWhatIsTheActors() {
        var order = desk.place(customer);
        var cancel = new Cancel(RequestedBy.CUSTOMER, null);

        assertThat(desk.command(order.id(), Actor.customer("somebody else"), cancel))
                .isInstanceOf(Commanded.NotFound.class);
        assertThat(desk.command(UUID.randomUUID(), actor, cancel)).isInstanceOf(Commanded.NotFound.class);
        assertThat(desk.find(order.id())).isEqualTo(order);

        assertThat(desk.command(order.id(), actor, cancel)).isInstanceOf(Commanded.Done.class);
        assertThat(desk.command(order.id(), actor, cancel)).isInstanceOf(Commanded.Unchanged.class);
        Wire.publish(Participants.of(order).released());
        desk.awaitStatus(order.id(), OrderStatus.CANCELLED);
        assertThat(desk.command(order.id(), Actor.operator("ops"), cancel))
                .isInstanceOfSatisfying(
                        Commanded.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ALREADY_CANCELLED));
    }

    @Test
    void changesNothingWhenThePreconditionFails() {
        var order = desk.place(customer);

        assertThatThrownBy(() -> desk.inTransaction(work ->
                        commands.run(work, order.id(), actor, new Cancel(RequestedBy.CUSTOMER, null), locked -> {
                            throw new IllegalStateException("stale");
                        })))
                .hasMessageContaining("stale");

        assertThat(desk.find(order.id())).isEqualTo(order);
    }

    @Test
    void tellsTheTimelineAndTheOrderAsItWas() {
        var order = desk.place(customer);
        Wire.publish(Participants.of(order).reserved());
        var reserved = desk.awaitStatus(order.id(), OrderStatus.RESERVED);
        desk.command(order.id(), actor, new Cancel(RequestedBy.CUSTOMER, "too slow"));

        var timeline = desk.timeline(order.id());
        assertThat(timeline).extracting(TimelineEntry::service).containsExactly("order", "inventory", "order");
        assertThat(timeline).extracting(TimelineEntry::version).containsExactly(1L, 2L, 3L);
        assertThat(timeline.getLast().data()).containsEntry("reason", "too slow");

        assertThat(Desk.await(() -> history.atVersion(order.id(), 2))
                        .orElseThrow()
                        .status())
                .isEqualTo(OrderStatus.RESERVED);
        assertThat(Desk.await(() -> history.atVersion(order.id(), 4))).isEmpty();
        var between = timeline.get(1).at();
        assertThat(Desk.await(() -> history.asOf(order.id(), between))
                        .orElseThrow()
                        .version())
                .isEqualTo(reserved.version());
        assertThat(Desk.await(() -> history.asOf(order.id(), order.createdAt().minusSeconds(60))))
                .isEmpty();
    }

    @Test
    void listsNewestFirstFromAnyPlace() {
        var placed = desk.place(customer, 3);
        var all = ids(new OrderFilter(customer, null, null, null, null), 10);
        var second = Desk.await(() -> queries.find(all.get(1))).orElseThrow();

        assertThat(all)
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(
                        placed.stream().map(Order::id).toList());
        assertThat(ids(new OrderFilter(customer, null, null, null, new After(second.createdAt(), second.id())), 10))
                .containsExactly(all.get(2));
        assertThat(ids(new OrderFilter(customer, OrderStatus.SHIPPED, null, null, null), 10))
                .isEmpty();
        assertThat(ids(new OrderFilter(customer, null, second.createdAt().plusSeconds(60), null, null), 10))
                .isEmpty();
        assertThat(ids(new OrderFilter(null, null, null, null, null), 2)).hasSize(2);
    }

    @Test
    void listsWhatIsStuckAndWhatIsWaitedFor() {
        var stuck = desk.place(customer);
        var active = desk.place(customer);
        database.execute("UPDATE orders SET stuck = true, deadline = NULL WHERE id = ?", stuck.id());

        assertThat(Desk.await(() -> queries.stuck(null, 100_000)))
                .extracting(Order::id)
                .contains(stuck.id())
                .doesNotContain(active.id());
        assertThat(Desk.await(() -> queries.active(null, 100_000)))
                .extracting(Order::id)
                .contains(active.id())
                .doesNotContain(stuck.id());
    }

    private List<UUID> ids(OrderFilter filter, int limit) {
        return Desk.await(() -> queries.list(filter, limit)).stream()
                .map(Order::id)
                .toList();
    }
}
