package dev.orderflow.order.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.order.application.Actor;
import dev.orderflow.order.application.CommandOrder;
import dev.orderflow.order.application.Commanded;
import dev.orderflow.order.application.NewOrder;
import dev.orderflow.order.application.OrderHistory;
import dev.orderflow.order.application.PlaceOrder;
import dev.orderflow.order.application.Placement;
import dev.orderflow.order.application.Placing;
import dev.orderflow.order.application.TimelineEntry;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.PaymentMeans;
import dev.orderflow.order.domain.Recipient;
import dev.orderflow.order.domain.pricing.Item;
import dev.orderflow.order.persistence.OrderQueries;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Where orders are placed, changed and looked up without HTTP. */
@Singleton
public class Desk {

    public static final String SKU = "desk-lamp";
    public static final Address ADDRESS =
            new Address("Marta Lindqvist", "Kungsgatan 12", null, "Göteborg", null, "411 19", "SE");
    public static final Contact CONTACT = new Contact("marta@example.com", null, "sv-SE");

    /** Orders in a transaction, which may not last longer than 10 s. */
    private static final int AT_ONCE = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    UnitsOfWork units;

    @Inject
    PlaceOrder placing;

    @Inject
    CommandOrder commands;

    @Inject
    OrderQueries queries;

    @Inject
    OrderHistory history;

    @Inject
    Database database;

    /** Two lamps at 10.00 EUR, and 4.90 EUR for shipping. */
    public Order place(String customer) {
        stock(SKU, "10.00", "EUR", true);
        return ((Placement.Placed) place(wanted(customer, new Item(SKU, 2)))).order();
    }

    /** Many at once, which takes a fraction of the time. */
    public List<Order> place(String customer, int count) {
        stock(SKU, "10.00", "EUR", true);
        return IntStream.iterate(count, left -> left > 0, left -> left - AT_ONCE)
                .mapToObj(left -> placeTogether(customer, Math.min(left, AT_ONCE)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Order> placeTogether(String customer, int count) {
        var wanted = IntStream.range(0, count)
                .mapToObj(n -> wanted(customer, new Item(SKU, 2)))
                .toList();
        return place(wanted).stream()
                .map(placement -> ((Placement.Placed) placement).order())
                .toList();
    }

    public Placement place(NewOrder wanted) {
        return place(List.of(wanted)).getFirst();
    }

    private List<Placement> place(List<NewOrder> wanted) {
        var cause = Cause.trace(null);
        var orders = wanted.stream().map(order -> new Placing(order, cause)).toList();
        return inTransaction(work -> placing.offer(work, wanted).map(offer -> placing.place(work, orders, offer)));
    }

    public NewOrder wanted(String customer, Item... items) {
        return new NewOrder(
                EventIds.next(),
                customer,
                null,
                List.of(items),
                new Recipient(ADDRESS, CONTACT),
                new PaymentMeans("CARD", "tok_visa"),
                null,
                "hold-" + customer);
    }

    /** A product that order knows, as if inventory had said so. */
    public void stock(String sku, String price, String currency, boolean active) {
        database.execute(
                "INSERT INTO product VALUES (?, ?, ?::numeric, ?, 'test', ?, 1) ON CONFLICT DO NOTHING",
                sku,
                "A " + sku,
                price,
                currency,
                active);
    }

    public Commanded command(UUID order, Actor actor, Command command) {
        return inTransaction(work -> commands.run(work, order, actor, command));
    }

    public void command(Collection<UUID> orders, Actor actor, Command command) {
        inTransaction(work -> Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUniAndConcatenate(order -> commands.run(work, order, actor, command))
                .collect()
                .asList());
    }

    public <T> T inTransaction(Function<UnitOfWork, Uni<T>> work) {
        return await(() -> units.run(work));
    }

    public Order find(UUID order) {
        return await(() -> queries.find(order)).orElseThrow();
    }

    public Order asTheJournalTells(Order order) {
        return await(() -> history.atVersion(order.id(), order.version())).orElseThrow();
    }

    public List<TimelineEntry> timeline(UUID order) {
        return await(() -> history.timeline(order));
    }

    public Order awaitStatus(UUID order, OrderStatus status) {
        return Awaitility.await(status.name())
                .atMost(PATIENCE)
                .until(() -> find(order), found -> found.status() == status);
    }

    public Order awaitVersion(UUID order, long version) {
        var reached = Awaitility.await("version " + version)
                .atMost(PATIENCE)
                .until(() -> find(order), found -> found.version() >= version);
        assertThat(reached.version()).isEqualTo(version);
        return reached;
    }

    /** Runs on an event loop, as everything that touches the database does. */
    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
