package dev.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.contracts.customer.CustomerEvent;
import dev.orderflow.contracts.inventory.InventoryEvent;
import dev.orderflow.contracts.notification.NotificationEvent;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.product.ProductEvent;
import dev.orderflow.contracts.shipping.ShippingEvent;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventCatalogTest {

    private static final Map<Topic, Class<? extends Event>> INTERFACES = Map.of(
            Topic.ORDER_EVENTS, OrderEvent.class,
            Topic.CUSTOMER_EVENTS, CustomerEvent.class,
            Topic.INVENTORY_EVENTS, InventoryEvent.class,
            Topic.PRODUCT_EVENTS, ProductEvent.class,
            Topic.PAYMENT_EVENTS, PaymentEvent.class,
            Topic.SHIPPING_EVENTS, ShippingEvent.class,
            Topic.USER_NOTIFICATIONS, NotificationEvent.class);

    private record Unlisted(String key) implements Event {}

    static List<EventDescriptor> events() {
        return EventCatalog.all();
    }

    @ParameterizedTest
    @EnumSource
    void listsExactlyTheEventsOfEachTopic(Topic topic) {
        List<Class<?>> permitted = Arrays.asList(INTERFACES.get(topic).getPermittedSubclasses());
        assertThat(EventCatalog.on(topic))
                .extracting(EventDescriptor::eventClass)
                .containsExactlyInAnyOrderElementsOf(permitted.stream()
                        .<Class<? extends Event>>map(event -> event.asSubclass(Event.class))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void namesAreKebabCaseUnderTheSubjectOfTheTopic(EventDescriptor event) {
        String subject = event.eventClass().getPackageName().substring("dev.orderflow.contracts.".length());
        assertThat(event.type()).matches("orderflow\\." + subject + "\\.[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @MethodSource("events")
    void findsEachEventByTypeAndByClass(EventDescriptor event) {
        assertThat(EventCatalog.find(event.type())).containsSame(event);
        assertThat(EventCatalog.of(event.eventClass())).isSameAs(event);
        assertThat(EventCatalog.topicOf(event.eventClass())).isSameAs(event.topic());
    }

    @ParameterizedTest
    @MethodSource("events")
    void addressesAndContactsAreAlwaysMarkedPersonal(EventDescriptor event) {
        assertThat(event.eventClass().getRecordComponents())
                .filteredOn(component -> Set.of(Address.class, Contact.class).contains(component.getType()))
                .allMatch(component -> component.isAnnotationPresent(Personal.class));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theKeyIsTheSubjectAndNotInTheJson(EventDescriptor event) {
        Event sample = Samples.of(event);
        String idField =
                sample instanceof OrderScoped ? "orderId" : sample instanceof CustomerEvent ? "customerId" : "sku";
        assertThat(sample.key()).isEqualTo(Json.write(sample).get(idField).asText());
        assertThat(Json.write(sample).has("key")).isFalse();
    }

    @Test
    void knowsWhatIsPersonal() {
        assertThat(EventCatalog.of(OrderPlaced.class).personalFields())
                .containsExactlyInAnyOrder("shippingAddress", "contact");
        assertThat(EventCatalog.of(PaymentRequested.class).personalFields()).containsExactly("paymentToken");
    }

    @Test
    void personalDataStaysOutOfToString() {
        assertThat(events())
                .extracting(event -> Samples.of(event).toString())
                .noneMatch(text -> text.contains("Lindqvist") || text.contains("tok_visa") || text.contains("411 19"));
    }

    @Test
    void strangersAreNotFound() {
        assertThat(EventCatalog.find("orderflow.order.teleported")).isEmpty();
        assertThatThrownBy(() -> EventCatalog.of(Unlisted.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in the event catalogue");
        assertThatThrownBy(() -> EventDescriptor.of(Unlisted.class, Topic.ORDER_EVENTS))
                .hasMessageContaining("has no @EventType");
    }
}
