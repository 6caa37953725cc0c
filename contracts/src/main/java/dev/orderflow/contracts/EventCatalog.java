package dev.orderflow.contracts;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.contracts.notification.NotificationFailed;
import dev.orderflow.contracts.notification.NotificationSent;
import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.contracts.product.ProductChanged;
import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every event there is, and where it is published. Listed by hand rather than found on the class path, so that it works
 * in a native image and a forgotten event fails a test.
 */
public final class EventCatalog {

    private static final List<EventDescriptor> ALL = Stream.of(
                    on(
                            Topic.ORDER_EVENTS,
                            OrderPlaced.class,
                            PaymentRequested.class,
                            OrderConfirmed.class,
                            ShipmentRecallRequested.class,
                            OrderShipped.class,
                            OrderDelivered.class,
                            OrderCancelled.class,
                            OrderClosed.class,
                            ReturnAccepted.class,
                            OrderReturned.class,
                            ReturnClosed.class,
                            OrderStuck.class),
                    on(Topic.CUSTOMER_EVENTS, CustomerErased.class),
                    on(
                            Topic.INVENTORY_EVENTS,
                            StockReserved.class,
                            StockRejected.class,
                            StockReleased.class,
                            StockRestocked.class),
                    on(Topic.PRODUCT_EVENTS, ProductChanged.class),
                    on(
                            Topic.PAYMENT_EVENTS,
                            PaymentCompleted.class,
                            PaymentDeclined.class,
                            PaymentVoided.class,
                            PaymentRefunded.class,
                            RefundFailed.class),
                    on(
                            Topic.SHIPPING_EVENTS,
                            ShipmentScheduled.class,
                            ShipmentRejected.class,
                            ShipmentDispatched.class,
                            ShipmentDelivered.class,
                            ShipmentCancelled.class,
                            ReturnReceived.class),
                    on(Topic.USER_NOTIFICATIONS, NotificationSent.class, NotificationFailed.class))
            .flatMap(List::stream)
            .toList();

    private static final Map<String, EventDescriptor> BY_TYPE =
            ALL.stream().collect(toUnmodifiableMap(EventDescriptor::type, Function.identity()));

    private static final Map<Class<? extends Event>, EventDescriptor> BY_CLASS =
            ALL.stream().collect(toUnmodifiableMap(EventDescriptor::eventClass, Function.identity()));

    private EventCatalog() {}

    /** All events, grouped by topic, in the order a saga meets them. */
    public static List<EventDescriptor> all() {
        return ALL;
    }

    /** The events of one topic. */
    public static List<EventDescriptor> on(Topic topic) {
        return ALL.stream().filter(event -> event.topic() == topic).toList();
    }

    /** By {@code ce_type}; empty for a type that this build has never heard of, which is to be parked, not skipped. */
    public static Optional<EventDescriptor> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** @throws IllegalArgumentException if the class is not in the catalogue */
    public static EventDescriptor of(Class<? extends Event> eventClass) {
        EventDescriptor event = BY_CLASS.get(eventClass);
        if (event == null) {
            throw new IllegalArgumentException(eventClass.getName() + " is not in the event catalogue");
        }
        return event;
    }

    /** @throws IllegalArgumentException if the class is not in the catalogue */
    public static Topic topicOf(Class<? extends Event> eventClass) {
        return of(eventClass).topic();
    }

    @SafeVarargs
    private static List<EventDescriptor> on(Topic topic, Class<? extends Event>... events) {
        return Arrays.stream(events)
                .map(event -> EventDescriptor.of(event, topic))
                .toList();
    }
}
