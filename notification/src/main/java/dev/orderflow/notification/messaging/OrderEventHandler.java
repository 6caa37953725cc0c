package dev.orderflow.notification.messaging;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.notification.channel.Announcements;
import dev.orderflow.notification.channel.MailTasks;
import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.Message;
import dev.orderflow.notification.domain.Messages;
import dev.orderflow.notification.domain.Told;
import dev.orderflow.notification.persistence.Correspondences;
import dev.orderflow.notification.persistence.Notifications;
import dev.orderflow.notification.persistence.PreferenceTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Turns what happens to an order into messages for its customer. */
@ApplicationScoped
class OrderEventHandler implements EventHandler<Letters> {

    private final Correspondences correspondences;
    private final Notifications notifications;
    private final PreferenceTable preferences;
    private final MailTasks mails;
    private final Clock clock = Clock.systemUTC();

    @Inject
    OrderEventHandler(
            Correspondences correspondences,
            Notifications notifications,
            PreferenceTable preferences,
            MailTasks mails) {
        this.correspondences = correspondences;
        this.notifications = notifications;
        this.preferences = preferences;
        this.mails = mails;
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(
                OrderPlaced.class,
                OrderConfirmed.class,
                OrderShipped.class,
                OrderDelivered.class,
                OrderCancelled.class,
                ReturnAccepted.class,
                ReturnClosed.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of(
                PaymentRequested.class,
                ShipmentRecallRequested.class,
                OrderClosed.class,
                OrderReturned.class,
                OrderStuck.class);
    }

    @Override
    public Uni<Letters> load(SqlConnection sql, List<Delivery> events) {
        var customers = new TreeMap<UUID, String>();
        events.forEach(event ->
                customers.put(orderEvent(event).orderId(), orderEvent(event).customerId()));
        return correspondences
                .ensureAndLock(sql, customers)
                .chain(loaded -> preferences.of(sql, customers.values()).map(said -> new Letters(loaded, said)));
    }

    @Override
    public Decision decide(Letters letters, Delivery delivery) {
        var event = orderEvent(delivery);
        var correspondence = addressed(letters.of(event.orderId()), event);
        letters.put(correspondence);
        return Messages.about(event)
                .map(message -> tell(letters, correspondence, delivery, message))
                .orElse(Decision.ignored("told-before"));
    }

    private Decision tell(Letters letters, Correspondence correspondence, Delivery delivery, Message message) {
        var said = letters.preferencesOf(correspondence.customerId());
        var told = correspondence.tell(delivery.id(), message, said, clock.instant());
        letters.put(told.next());
        letters.add(told.notification());
        return follow(told);
    }

    private Decision follow(Told told) {
        return switch (told.notification().status()) {
            case NO_ADDRESS -> Decision.applied(Announcements.failed(told.next(), told.notification(), "no-address"));
            case SUPPRESSED -> Decision.applied(Announcements.failed(told.next(), told.notification(), "opted-out"));
            case PENDING, SENT, FAILED -> new Decision.Applied(List.of(), told.sendNow() ? mail(told) : List.of());
        };
    }

    private List<NewTask> mail(Told told) {
        return List.of(mails.send(told.notification(), clock.instant()));
    }

    /** The order's first event says where its customer is reached. */
    private static Correspondence addressed(Correspondence correspondence, OrderEvent event) {
        return event instanceof OrderPlaced placed && placed.contact() != null
                ? correspondence.reachedAt(placed.contact().email())
                : correspondence;
    }

    @Override
    public Uni<Void> store(SqlConnection sql, Letters letters) {
        return correspondences.store(sql, letters.changed()).chain(() -> notifications.insert(sql, letters.fresh()));
    }

    private static OrderEvent orderEvent(Delivery delivery) {
        return (OrderEvent) delivery.payload();
    }
}
