package dev.orderflow.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.GoldenFile;
import dev.orderflow.contracts.Json;
import dev.orderflow.contracts.Topic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the records are turned into. */
class EventSchemasTest {

    private static final List<EventSchema> SCHEMAS = EventSchema.ofTheCatalogue(Javadoc.ofTheContracts());

    static List<EventSchema> schemas() {
        return SCHEMAS;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void namesExactlyTheFieldsOfTheGoldenFile(EventSchema schema) {
        var event = EventCatalog.find(schema.type()).orElseThrow();
        assertThat(names(schema.json().get("properties")))
                .isEqualTo(names(Json.tree(GoldenFile.of(event).path())));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everythingIsDescribed(EventSchema schema) {
        assertThat(schema.json().path("description").asText()).isNotBlank();
        assertThat(schema.json().findValues("properties"))
                .flatExtracting(EventSchemasTest::values)
                .allMatch(field -> !field.path("description").asText().isBlank());
        assertThat(values(schema.json().path("$defs")))
                .allMatch(type -> !type.path("description").asText().isBlank());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void marksWhatIsPersonalAndRequiresNoneOfIt(EventSchema schema) {
        var personal = EventCatalog.find(schema.type()).orElseThrow().personalFields();
        var properties = schema.json().get("properties");
        assertThat(names(properties).stream()
                        .filter(name -> properties.get(name).has(Keywords.PERSONAL)))
                .containsExactlyInAnyOrderElementsOf(personal);
        assertThat(texts(schema.json().get("required"))).noneMatch(personal::contains);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void leavesRoomForWhatANewerPeerAdds(EventSchema schema) {
        assertThat(schema.json().findValues("additionalProperties")).isEmpty();
        assertThat(schema.json().findValues("unevaluatedProperties")).isEmpty();
    }

    @Test
    void requiresWhatAReaderCantDoWithout() {
        assertThat(texts(schema("orderflow.order.placed").get("required")))
                .containsExactly("orderId", "customerId", "lines", "subtotal", "shippingFee", "total", "placedAt");
        assertThat(texts(schema("orderflow.order.placed").at("/$defs/Address/required")))
                .containsExactly("recipient", "line1", "city", "postalCode", "country");
    }

    @Test
    void moneyIsADecimalTextAndACurrency() {
        var money = schema("orderflow.payment.completed").at("/$defs/Money");
        assertThat(money.at("/properties/amount/type").asText()).isEqualTo("string");
        var amount = new Validation(money.at("/properties/amount"));
        assertThat(List.of("129.90", "-0.50", "1980", "0", "12.345"))
                .allMatch(text -> amount.errors(Json.write(text)).isEmpty());
        assertThat(List.of("1e3", "129,90", ".5", "012", "1.", "+1", ""))
                .noneMatch(text -> amount.errors(Json.write(text)).isEmpty());
        var currency = new Validation(money.at("/properties/currency"));
        assertThat(currency.errors(Json.write("EUR"))).isEmpty();
        assertThat(currency.errors(Json.write("euro"))).isNotEmpty();
    }

    @Test
    void idsAndTimesHaveTheirFormats() {
        var fields = schema("orderflow.shipping.delivered").get("properties");
        var id = new Validation(fields.get("orderId"));
        assertThat(id.errors(Json.write("0198f3a2-7c41-7d2e-9a10-5b8e6f0c1d23")))
                .isEmpty();
        assertThat(id.errors(Json.write("4711"))).isNotEmpty();
        var time = new Validation(fields.get("deliveredAt"));
        assertThat(time.errors(Json.write("2026-03-04T11:02:17Z"))).isEmpty();
        assertThat(time.errors(Json.write("yesterday"))).isNotEmpty();
    }

    @Test
    void numbersHaveTheLeastValueThatTheirRecordAccepts() {
        var shortage = schema("orderflow.inventory.stock-rejected").at("/$defs/Shortage/properties");
        assertThat(shortage.at("/requested/minimum").asInt()).isEqualTo(1);
        assertThat(shortage.at("/available/minimum").asInt(-1)).isZero();
    }

    @Test
    void anAbsentBooleanIsFalse() {
        var shipped = schema("orderflow.order.shipped");
        assertThat(shipped.at("/properties/cancellationRefused/default").asBoolean(true))
                .isFalse();
        assertThat(texts(shipped.get("required"))).doesNotContain("cancellationRefused");
    }

    @Test
    void onlyAnEnumWhoseReaderRefusesStrangersIsClosed() {
        var due = schema("orderflow.order.cancelled").at("/properties/due/items");
        assertThat(texts(due.get(Keywords.EXTENSIBLE_ENUM))).containsExactly("STOCK", "PAYMENT");
        assertThat(due.has("enum")).isFalse();
        var cause = schema("orderflow.payment.refunded").at("/$defs/RefundCause");
        assertThat(texts(cause.get("enum"))).containsExactly("CANCELLED", "RETURNED");
    }

    @Test
    void saysWhereTheEventIsPublishedAndByWhichKey() {
        assertThat(SCHEMAS)
                .filteredOn(schema -> schema.type().equals("orderflow.product.changed"))
                .singleElement()
                .satisfies(schema -> {
                    assertThat(schema.topic()).isEqualTo(Topic.PRODUCT_EVENTS);
                    assertThat(schema.address()).isEqualTo("product-events by sku");
                    assertThat(schema.name()).isEqualTo("orderflow.product.changed.v1");
                });
    }

    private static JsonNode schema(String type) {
        return SCHEMAS.stream()
                .filter(schema -> schema.type().equals(type))
                .findFirst()
                .orElseThrow()
                .json();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<JsonNode> values(JsonNode object) {
        var values = new ArrayList<JsonNode>();
        object.forEach(values::add);
        return values;
    }
}
