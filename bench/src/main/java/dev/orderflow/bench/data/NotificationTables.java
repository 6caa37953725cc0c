package dev.orderflow.bench.data;

import dev.orderflow.bench.data.Past.Happened;
import dev.orderflow.contracts.notification.NotificationSent;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.copy.CopyManager;

/** Notification's rows: what customers were told, how they want to be told, and what their endpoints got. */
final class NotificationTables implements Tables {

    private static final Duration TO_SEND = Duration.ofMillis(700);
    private static final Duration DELIVERIES_KEPT = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofHours(72);

    private final DataPlan plan;
    private final Rows correspondence = new Rows("correspondence", "order_id, customer_id, email, waiting, version");
    private final Rows notifications = new Rows(
            "notification", "id, order_id, customer_id, channel, template, facts, status, created_at, sent_at");
    private final Rows preferences =
            new Rows("preference", "customer_id, locale, email, channels, endpoint_id, webhook_url, secret");
    private final Rows deliveries = new Rows(
            "webhook_delivery",
            "id, order_id, customer_id, template, state, attempts, outcome, status_code, attempted_at, deadline,"
                    + " created_at");
    private final JournalRows journal = new JournalRows();

    private record Facts(
            List<OrderLine> lines, Money total, String carrier, String trackingNumber, String reason, Money refunded) {}

    NotificationTables(DataPlan plan) {
        this.plan = plan;
    }

    @Override
    public void add(Purchase purchase) {
        var events = new ServiceEvents(plan, purchase, journal);
        var ids = new Chance(~purchase.id().getLeastSignificantBits());
        int told = 0;
        for (var happened : purchase.past().steps()) {
            var template = template(happened.step());
            if (template.isPresent()) {
                tell(purchase, happened, template.get(), ++told, events, ids);
            }
        }
        correspondence
                .add(purchase.id())
                .add(purchase.customer().id())
                .add(purchase.customer().email())
                .add("{}")
                .add(told)
                .end();
    }

    private static Optional<String> template(Step step) {
        return switch (step) {
            case PLACED -> Optional.of("ORDER_PLACED");
            case CONFIRMED -> Optional.of("ORDER_CONFIRMED");
            case SHIPPED -> Optional.of("ORDER_SHIPPED");
            case DELIVERED -> Optional.of("ORDER_DELIVERED");
            case CANCELLED_AT_ONCE, CANCELLED_UNPAID, CANCELLED_PAID -> Optional.of("ORDER_CANCELLED");
            case RETURN_ACCEPTED -> Optional.of("RETURN_ACCEPTED");
            case RETURN_CLOSED -> Optional.of("RETURN_CLOSED");
            case PAYMENT_REQUESTED,
                    TRACKED,
                    PAYMENT_DECLINED,
                    SHIPMENT_REJECTED,
                    RECALL_REQUESTED,
                    SHIPMENT_CANCELLED,
                    STOCK_RELEASED,
                    PAYMENT_REFUNDED,
                    CLOSED,
                    RETURNED,
                    STOCK_RESTOCKED,
                    STUCK -> Optional.empty();
        };
    }

    private void tell(
            Purchase purchase, Happened happened, String template, int version, ServiceEvents events, Chance ids) {
        var id = ids.idAt(happened.at());
        var sentAt = happened.at().plus(TO_SEND);
        notify(id, purchase, template, facts(purchase, template), happened.at(), sentAt);
        events.published(
                version,
                new NotificationSent(purchase.id(), purchase.customer().id(), id, "EMAIL", name(template), sentAt),
                sentAt);
        if (purchase.customer().hasEndpoint()
                && happened.at().isAfter(plan.until().minus(DELIVERIES_KEPT))) {
            deliver(ids.idAt(happened.at()), purchase, template, happened.at(), sentAt);
        }
    }

    private void notify(UUID id, Purchase purchase, String template, String facts, Instant at, Instant sentAt) {
        notifications
                .add(id)
                .add(purchase.id())
                .add(purchase.customer().id())
                .add("EMAIL")
                .add(template)
                .add(facts)
                .add("SENT")
                .add(at)
                .add(sentAt)
                .end();
    }

    private void deliver(UUID id, Purchase purchase, String template, Instant at, Instant sentAt) {
        deliveries
                .add(id)
                .add(purchase.id())
                .add(purchase.customer().id())
                .add(template)
                .add("DELIVERED")
                .add(1)
                .add("delivered")
                .add(204)
                .add(sentAt)
                .add(at.plus(PATIENCE))
                .add(at)
                .end();
    }

    private static String facts(Purchase purchase, String template) {
        var facts = switch (template) {
            case "ORDER_PLACED", "ORDER_CONFIRMED" ->
                new Facts(purchase.lines(), purchase.total(), null, null, null, null);
            case "ORDER_SHIPPED" ->
                new Facts(List.of(), null, OrderEvents.CARRIER, purchase.names().tracking(), null, null);
            case "ORDER_CANCELLED" -> new Facts(List.of(), null, null, null, purchase.cancelReason(), null);
            case "RETURN_CLOSED" -> new Facts(List.of(), null, null, null, null, purchase.total());
            default -> new Facts(List.of(), null, null, null, null, null);
        };
        return Texts.json(facts);
    }

    private static String name(String template) {
        return template.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public void addRest() {
        for (int n = 0; n < plan.customers(); n++) {
            var customer = new Customer(n);
            if (customer.hasPreferences()) {
                prefer(customer, new Chance(n));
            }
        }
    }

    private void prefer(Customer customer, Chance chance) {
        boolean endpoint = customer.hasEndpoint();
        preferences
                .add(customer.id())
                .add("en")
                .add(customer.email())
                .add(endpoint ? "{EMAIL,WEBHOOK}" : "{EMAIL}")
                .add(endpoint ? chance.idAt(plan.until().minus(plan.span())) : null)
                .add(endpoint ? "https://shop-" + customer.number() + ".example.com/hooks" : null)
                .add(endpoint ? "whsec_" + chance.hex(32) : null)
                .end();
    }

    @Override
    public void send(CopyManager copy) throws SQLException, IOException {
        correspondence.send(copy);
        notifications.send(copy);
        preferences.send(copy);
        deliveries.send(copy);
        journal.send(copy);
    }

    @Override
    public long sent() {
        return correspondence.sent() + notifications.sent() + preferences.sent() + deliveries.sent() + journal.sent();
    }
}
