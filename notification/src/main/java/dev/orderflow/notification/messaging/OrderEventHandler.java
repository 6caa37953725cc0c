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
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.notification.channel.Announcements;
import dev.orderflow.notification.channel.MailTasks;
import dev.orderflow.notification.domain.Channel;
import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Message;
import dev.orderflow.notification.domain.Messages;
import dev.orderflow.notification.domain.Notification;
import dev.orderflow.notification.domain.Told;
import dev.orderflow.notification.operators.Alert;
import dev.orderflow.notification.operators.Operators;
import dev.orderflow.notification.webhook.WebhookTasks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Turns what happens to an order into messages for its customer, and for operators what nobody else can mend. */
@ApplicationScoped
class OrderEventHandler implements EventHandler<Letters> {

    private final LetterStore store;
    private final MailTasks mails;
    private final WebhookTasks hooks;
    private final Operators operators;
    private final Clock clock = Clock.systemUTC();

    @Inject
    OrderEventHandler(LetterStore store, MailTasks mails, WebhookTasks hooks, Operators operators) {
        this.store = store;
        this.mails = mails;
        this.hooks = hooks;
        this.operators = operators;
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(
                OrderPlaced.class,
                OrderConfirmed.class,
                OrderShipped.class,
                OrderDelivered.class,
                OrderCancelled.class,
                OrderClosed.class,
                ReturnAccepted.class,
                ReturnClosed.class,
                OrderStuck.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of(PaymentRequested.class, ShipmentRecallRequested.class, OrderReturned.class);
    }

    @Override
    public Uni<Letters> load(SqlConnection sql, List<Delivery> events) {
        var customers = new TreeMap<UUID, String>();
        events.forEach(event ->
                customers.put(orderEvent(event).orderId(), orderEvent(event).customerId()));
        return store.load(sql, customers);
    }

    @Override
    public Decision decide(Letters letters, Delivery delivery) {
        var event = orderEvent(delivery);
        if (event instanceof OrderStuck stuck) {
            return alarm(delivery, stuck);
        }
        var correspondence = addressed(letters.of(event.orderId()), event);
        letters.put(correspondence);
        return Messages.about(event)
                .filter(correspondence::isNews)
                .map(message -> tell(letters, correspondence, delivery, message))
                .orElse(Decision.ignored("told-before"));
    }

    private Decision alarm(Delivery delivery, OrderStuck stuck) {
        var now = clock.instant();
        var tasks = operators.tell(Alert.of(delivery.id(), stuck, now), now);
        return tasks.isEmpty() ? Decision.ignored("nobody-to-tell") : new Decision.Applied(List.of(), tasks);
    }

    private Decision tell(Letters letters, Correspondence correspondence, Delivery delivery, Message message) {
        var said = letters.preferencesOf(correspondence.customerId());
        var text = message.in(correspondence.languageFor(said));
        var told = correspondence.tell(delivery.id(), text, said, clock.instant());
        letters.put(told.next());
        letters.add(told.notification());
        var tasks = new ArrayList<NewTask>();
        if (told.sendNow()) {
            tasks.add(mails.send(told.notification(), clock.instant()));
        }
        if (said.wants(Channel.WEBHOOK)) {
            tasks.add(hook(letters, correspondence, delivery, text));
        }
        return new Decision.Applied(announced(told), tasks);
    }

    /** What is not sent by mail at all. */
    private static List<NewEvent> announced(Told told) {
        return switch (told.notification().status()) {
            case NO_ADDRESS -> List.of(Announcements.failed(told.next(), told.notification(), "no-address"));
            case SUPPRESSED -> List.of(Announcements.failed(told.next(), told.notification(), "opted-out"));
            case PENDING, SENT, FAILED -> List.of();
        };
    }

    private NewTask hook(Letters letters, Correspondence correspondence, Delivery delivery, Message message) {
        var now = clock.instant();
        var notification = Notification.byWebhook(
                delivery.id(), correspondence.orderId(), correspondence.customerId(), message, now);
        var sending = HookDelivery.of(notification, hooks.deadline(now));
        letters.add(notification);
        letters.add(sending);
        return hooks.next(sending);
    }

    /** The order's first event says where its customer is reached, and in which language. */
    private static Correspondence addressed(Correspondence correspondence, OrderEvent event) {
        return event instanceof OrderPlaced placed && placed.contact() != null
                ? correspondence.reachedAt(placed.contact().email(), language(placed.contact()))
                : correspondence;
    }

    private static Language language(Contact contact) {
        return contact.locale() == null ? null : Language.of(contact.locale());
    }

    @Override
    public Uni<Void> store(SqlConnection sql, Letters letters) {
        return store.store(sql, letters);
    }

    private static OrderEvent orderEvent(Delivery delivery) {
        return (OrderEvent) delivery.payload();
    }
}
