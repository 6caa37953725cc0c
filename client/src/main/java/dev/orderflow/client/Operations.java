package dev.orderflow.client;

import static dev.orderflow.client.Service.ANALYTICS;
import static dev.orderflow.client.Service.INVENTORY;
import static dev.orderflow.client.Service.LOYALTY;
import static dev.orderflow.client.Service.NOTIFICATION;
import static dev.orderflow.client.Service.ORDER;
import static dev.orderflow.client.Service.PAYMENT;
import static dev.orderflow.client.Service.SHIPPING;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.orderflow.client.model.AuditEntry;
import dev.orderflow.client.model.BatchEntry;
import dev.orderflow.client.model.BestSeller;
import dev.orderflow.client.model.Cancellations;
import dev.orderflow.client.model.CustomerPattern;
import dev.orderflow.client.model.DeadLetter;
import dev.orderflow.client.model.DeadLetterDetail;
import dev.orderflow.client.model.DeadLetterFilter;
import dev.orderflow.client.model.DeadLetterOutcome;
import dev.orderflow.client.model.DeadLettersReleased;
import dev.orderflow.client.model.EventChannel;
import dev.orderflow.client.model.EventChannelChange;
import dev.orderflow.client.model.Figures;
import dev.orderflow.client.model.Intake;
import dev.orderflow.client.model.IntakeChange;
import dev.orderflow.client.model.Latency;
import dev.orderflow.client.model.Minute;
import dev.orderflow.client.model.NewOrder;
import dev.orderflow.client.model.Notification;
import dev.orderflow.client.model.Order;
import dev.orderflow.client.model.OrderPatch;
import dev.orderflow.client.model.Page;
import dev.orderflow.client.model.Payment;
import dev.orderflow.client.model.Points;
import dev.orderflow.client.model.PointsMovement;
import dev.orderflow.client.model.Preferences;
import dev.orderflow.client.model.PreferencesContent;
import dev.orderflow.client.model.Product;
import dev.orderflow.client.model.ProductContent;
import dev.orderflow.client.model.Reason;
import dev.orderflow.client.model.Reconciliation;
import dev.orderflow.client.model.Resolution;
import dev.orderflow.client.model.Saga;
import dev.orderflow.client.model.Shipment;
import dev.orderflow.client.model.Stock;
import dev.orderflow.client.model.StockAdjustment;
import dev.orderflow.client.model.Ticket;
import dev.orderflow.client.model.TimelineEntry;
import dev.orderflow.client.model.WebhookDelivery;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that the client can ask for. The system's tests hold it against the services' OpenAPI documents. */
public final class Operations {

    private static final TypeFactory TYPES = TypeFactory.defaultInstance();
    private static final List<Operation<?>> ALL = new ArrayList<>();

    /** Analytics has no database, and what hangs on one. */
    private static final Set<Service> WITH_DATABASE = EnumSet.complementOf(EnumSet.of(ANALYTICS));

    private static final Type NOTHING = Void.class;

    static final Operation<Order> PLACE_ORDER = of(ORDER, "placeOrder", "POST /orders", NewOrder.class, Order.class);
    static final Operation<List<BatchEntry>> PLACE_ORDERS =
            listOf(ORDER, "placeOrders", "POST /orders/batch", list(NewOrder.class), BatchEntry.class);
    static final Operation<Order> GET_ORDER =
            of(ORDER, "getOrder", "GET /orders/{id}?version&asOf", NOTHING, Order.class);
    static final Operation<Page<Order>> LIST_ORDERS =
            pageOf(ORDER, "listOrders", "GET /orders?status&from&to&customerId", Order.class);
    static final Operation<Order> CHANGE_ORDER =
            of(ORDER, "changeOrder", "PATCH /orders/{id}", OrderPatch.class, Order.class);
    static final Operation<Order> CANCEL_ORDER =
            of(ORDER, "cancelOrder", "POST /orders/{id}/cancel", Reason.class, Order.class);
    static final Operation<Order> RETURN_ORDER =
            of(ORDER, "returnOrder", "POST /orders/{id}/returns", Reason.class, Order.class);
    static final Operation<List<TimelineEntry>> GET_TIMELINE =
            listOf(ORDER, "getTimeline", "GET /orders/{id}/timeline", NOTHING, TimelineEntry.class);
    static final Operation<String> STREAM_EVENTS =
            of(ORDER, "streamEvents", "GET /orders/{id}/events", NOTHING, String.class);

    static final Operation<Page<Saga>> LIST_SAGAS = pageOf(ORDER, "listSagas", "GET /admin/sagas?state", Saga.class);
    static final Operation<Saga> RETRY_SAGA =
            of(ORDER, "retrySaga", "POST /admin/sagas/{id}/retry", NOTHING, Saga.class);
    static final Operation<Saga> RESOLVE_SAGA =
            of(ORDER, "resolveSaga", "POST /admin/sagas/{id}/resolve", Resolution.class, Saga.class);
    static final Operation<Intake> GET_INTAKE = of(ORDER, "getIntake", "GET /admin/intake", NOTHING, Intake.class);
    static final Operation<Intake> CHANGE_INTAKE =
            of(ORDER, "changeIntake", "PUT /admin/intake", IntakeChange.class, Intake.class);
    static final Operation<Void> ERASE_CUSTOMER =
            of(ORDER, "eraseCustomer", "DELETE /customers/{id}", NOTHING, Void.class);

    static final Operation<Page<Product>> LIST_PRODUCTS =
            pageOf(INVENTORY, "listProducts", "GET /products?category", Product.class);
    static final Operation<Product> GET_PRODUCT =
            of(INVENTORY, "getProduct", "GET /products/{sku}", NOTHING, Product.class);
    static final Operation<Product> PUT_PRODUCT =
            of(INVENTORY, "putProduct", "PUT /products/{sku}", ProductContent.class, Product.class);
    static final Operation<Stock> GET_STOCK = of(INVENTORY, "getStock", "GET /stock/{sku}", NOTHING, Stock.class);
    static final Operation<Stock> ADJUST_STOCK =
            of(INVENTORY, "adjustStock", "POST /stock/{sku}/adjustments", StockAdjustment.class, Stock.class);

    static final Operation<Payment> GET_PAYMENT =
            of(PAYMENT, "getPayment", "GET /payments/{orderId}", NOTHING, Payment.class);
    static final Operation<Reconciliation> LIST_DIFFERENCES =
            of(PAYMENT, "listDifferences", "GET /admin/reconciliation?cursor&limit", NOTHING, Reconciliation.class);
    static final Operation<Shipment> GET_SHIPMENT =
            of(SHIPPING, "getShipment", "GET /shipments/{orderId}", NOTHING, Shipment.class);

    static final Operation<Page<Notification>> LIST_NOTIFICATIONS =
            pageOf(NOTIFICATION, "listNotifications", "GET /notifications", Notification.class);
    static final Operation<Preferences> GET_PREFERENCES =
            of(NOTIFICATION, "getPreferences", "GET /preferences", NOTHING, Preferences.class);
    static final Operation<Preferences> PUT_PREFERENCES =
            of(NOTIFICATION, "putPreferences", "PUT /preferences", PreferencesContent.class, Preferences.class);
    static final Operation<Page<WebhookDelivery>> LIST_DELIVERIES =
            pageOf(NOTIFICATION, "listWebhookDeliveries", "GET /webhook-deliveries", WebhookDelivery.class);
    static final Operation<WebhookDelivery> RETRY_DELIVERY = of(
            NOTIFICATION,
            "retryWebhookDelivery",
            "POST /webhook-deliveries/{id}/retry",
            NOTHING,
            WebhookDelivery.class);

    static final Operation<Points> GET_POINTS =
            of(LOYALTY, "getPoints", "GET /points?customerId", NOTHING, Points.class);
    static final Operation<Page<PointsMovement>> LIST_MOVEMENTS =
            pageOf(LOYALTY, "listPointsMovements", "GET /points/movements?customerId", PointsMovement.class);

    static final Operation<Figures<Minute>> LIST_MINUTES =
            figuresOf("listMinutes", "GET /analytics/minutes?from&to", Minute.class);
    static final Operation<Figures<Cancellations>> LIST_CANCELLATIONS =
            figuresOf("listCancellations", "GET /analytics/cancellations", Cancellations.class);
    static final Operation<Figures<Latency>> LIST_LATENCIES =
            figuresOf("listLatencies", "GET /analytics/latencies", Latency.class);
    static final Operation<Figures<BestSeller>> LIST_BEST_SELLERS =
            figuresOf("listBestSellers", "GET /analytics/best-sellers?limit", BestSeller.class);
    static final Operation<CustomerPattern> GET_PATTERN =
            of(ANALYTICS, "getCustomerPattern", "GET /analytics/customers/{id}", NOTHING, CustomerPattern.class);

    static final Operation<Ticket> CREATE_TICKET =
            everywhere("createTicket", "POST /tickets", NOTHING, type(Ticket.class));
    static final Operation<Page<DeadLetter>> LIST_LETTERS = everywhere(
            "listDeadLetters",
            "GET /admin/dead-letters?state&topic&type&key&errorType&from&to&cursor&limit",
            NOTHING,
            page(DeadLetter.class));
    static final Operation<DeadLetterDetail> GET_LETTER =
            everywhere("getDeadLetter", "GET /admin/dead-letters/{id}", NOTHING, type(DeadLetterDetail.class));
    static final Operation<DeadLetterOutcome> REPLAY_LETTER = everywhere(
            "replayDeadLetter", "POST /admin/dead-letters/{id}/replay", NOTHING, type(DeadLetterOutcome.class));
    static final Operation<DeadLettersReleased> REPLAY_LETTERS = everywhere(
            "replayDeadLetters",
            "POST /admin/dead-letters/replay",
            DeadLetterFilter.class,
            type(DeadLettersReleased.class));
    static final Operation<DeadLetterOutcome> DISCARD_LETTER = everywhere(
            "discardDeadLetter", "DELETE /admin/dead-letters/{id}?reason", NOTHING, type(DeadLetterOutcome.class));
    static final Operation<Page<AuditEntry>> LIST_AUDIT = everywhere(
            "listAudit", "GET /admin/audit?actor&action&subject&from&to&cursor&limit", NOTHING, page(AuditEntry.class));
    static final Operation<Page<EventChannel>> LIST_CHANNELS =
            everywhere("listChannels", "GET /admin/channels", NOTHING, page(EventChannel.class));
    static final Operation<EventChannel> CHANGE_CHANNEL = everywhere(
            "changeChannel", "PUT /admin/channels/{name}", EventChannelChange.class, type(EventChannel.class));

    /** In no document, which have no words for WebSockets. */
    static final Operation<Notification> LIVE_NOTIFICATIONS = new Operation<>(
            Set.of(NOTIFICATION),
            "liveNotifications",
            "GET",
            "/notifications/live",
            Set.of(),
            false,
            Optional.empty(),
            type(Notification.class));

    private Operations() {}

    public static List<Operation<?>> all() {
        return List.copyOf(ALL);
    }

    private static <T> Operation<T> of(Service service, String id, String call, Type request, Class<T> answer) {
        return add(Set.of(service), id, call, call.startsWith("POST"), request, type(answer));
    }

    private static <T> Operation<List<T>> listOf(
            Service service, String id, String call, Type request, Class<T> entry) {
        return add(Set.of(service), id, call, call.startsWith("POST"), request, list(entry));
    }

    private static <T> Operation<Page<T>> pageOf(Service service, String id, String call, Class<T> item) {
        var paged = call + (call.contains("?") ? "&" : "?") + "cursor&limit";
        return add(Set.of(service), id, paged, false, NOTHING, page(item));
    }

    private static <T> Operation<Figures<T>> figuresOf(String id, String call, Class<T> figure) {
        var answer = TYPES.constructParametricType(Figures.class, figure);
        return add(Set.of(ANALYTICS), id, call, false, NOTHING, answer);
    }

    private static <T> Operation<T> everywhere(String id, String call, Type request, JavaType answer) {
        return add(WITH_DATABASE, id, call, call.startsWith("POST"), request, answer);
    }

    private static <T> Operation<T> add(
            Set<Service> services, String id, String call, boolean keyed, Type request, JavaType answer) {
        var words = call.split("[ ?&]");
        var query = Set.of(Arrays.copyOfRange(words, 2, words.length));
        var sent = request == NOTHING ? Optional.<JavaType>empty() : Optional.of(type(request));
        var operation = new Operation<T>(services, id, words[0], words[1], query, keyed, sent, answer);
        ALL.add(operation);
        return operation;
    }

    private static JavaType type(Type type) {
        return TYPES.constructType(type);
    }

    private static JavaType list(Class<?> entry) {
        return TYPES.constructCollectionType(List.class, entry);
    }

    private static JavaType page(Class<?> item) {
        return TYPES.constructParametricType(Page.class, item);
    }
}
