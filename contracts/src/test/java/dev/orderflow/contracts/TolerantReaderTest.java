package dev.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Due;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts grow: a reader meets fields it does not know, and misses fields that are optional or erased. */
class TolerantReaderTest {

    /** Fields that may be absent, besides personal ones and booleans. All others are required. */
    private static final Set<String> OPTIONAL = Set.of(
            "OrderPlaced.reference",
            "OrderPlaced.hold",
            "PaymentRequested.payBy",
            "OrderDelivered.shipmentId",
            "OrderDelivered.handReason",
            "OrderCancelled.hold",
            "OrderClosed.handReason",
            "OrderClosed.announced",
            "ReturnAccepted.reason",
            "ReturnAccepted.repeated",
            "ReturnClosed.refunded",
            "ReturnClosed.handReason",
            "PaymentDeclined.paymentId",
            "PaymentDeclined.message",
            "PaymentVoided.paymentId",
            "ShipmentRejected.shipmentId",
            "ShipmentCancelled.shipmentId",
            "ShipmentCancelled.reason",
            "ReturnReceived.shipmentId");

    record Field(EventDescriptor event, RecordComponent component) {

        boolean mayBeAbsent() {
            return event.personalFields().contains(component.getName())
                    || component.getType() == boolean.class
                    || OPTIONAL.contains(toString());
        }

        JsonNode withoutIt() {
            ObjectNode json = (ObjectNode) Json.write(Samples.of(event));
            json.remove(component.getName());
            return json;
        }

        @Override
        public String toString() {
            return event.eventClass().getSimpleName() + "." + component.getName();
        }
    }

    static List<EventDescriptor> events() {
        return EventCatalog.all();
    }

    static Stream<Field> optionalFields() {
        return fields().filter(Field::mayBeAbsent);
    }

    static Stream<Field> requiredFields() {
        return fields().filter(field -> !field.mayBeAbsent());
    }

    private static Stream<Field> fields() {
        return events().stream()
                .flatMap(event -> Arrays.stream(event.eventClass().getRecordComponents())
                        .map(component -> new Field(event, component)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void unknownFieldsAreIgnoredAtEveryDepth(EventDescriptor event) {
        JsonNode json = Json.write(Samples.of(event));
        addUnknownFields(json);
        assertThat((Object) Json.read(json, event.eventClass())).isEqualTo(Samples.of(event));
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void optionalAndPersonalFieldsMayBeAbsentAndStayAbsent(Field field) {
        Event event = Json.read(field.withoutIt(), field.event().eventClass());
        if (field.component().getType() != boolean.class) {
            assertThat(Json.write(event)).isEqualTo(field.withoutIt());
        }
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void aMissingRequiredFieldIsNamed(Field field) {
        assertThatThrownBy(() -> Json.read(field.withoutIt(), field.event().eventClass()))
                .hasMessageContaining(field.component().getName())
                .hasMessageMatching("(?s).*(is required|starts at 1).*");
    }

    @Test
    void everyFieldSaidToBeOptionalExists() {
        assertThat(fields().map(Field::toString)).containsAll(OPTIONAL);
    }

    @Test
    void whatIsDueFromAnUnknownParticipantIsLeftOut() {
        ObjectNode json = (ObjectNode) Json.write(Samples.of(EventCatalog.of(OrderCancelled.class)));
        json.putArray("due").add("LOYALTY_POINTS").add("PAYMENT");
        assertThat(Json.read(json, OrderCancelled.class).due()).containsExactly(Due.PAYMENT);
    }

    @Test
    void optionalFieldsOfValuesAreLeftOutOfTheJson() {
        assertThat(Json.write(new Contact("a@example.com", null, null)).toString())
                .isEqualTo("{\"email\":\"a@example.com\"}");
        assertThatCode(() -> Json.read("{}", Contact.class)).doesNotThrowAnyException();
    }

    private static void addUnknownFields(JsonNode node) {
        node.forEach(TolerantReaderTest::addUnknownFields);
        if (node instanceof ObjectNode object) {
            object.put("addedByANewerPeer", "x");
        }
    }
}
