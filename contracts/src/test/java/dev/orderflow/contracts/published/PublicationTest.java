package dev.orderflow.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the build says when the code and what was published differ. */
class PublicationTest {

    private static final EventSchema SHIPPED_V1 = shipped(1, "order-events", "orderId", Set.of("orderId", "carrier"));
    private static final EventSchema SHIPPED_V2 = shipped(2, "order-events", "orderId", Set.of("orderId", "parcels"));

    @Test
    void whatWasPublishedAsItIsNeedsNothing() {
        var publication = new Publication(List.of(SHIPPED_V1), List.of(SHIPPED_V1));
        assertThat(publication.broken()).isEmpty();
        assertThat(publication.unpublished()).isEmpty();
    }

    @Test
    void anAddedFieldIsToBeRecordedSoThatItIsKeptFromThenOn() {
        var grown = shipped(1, "order-events", "orderId", Set.of("orderId", "carrier", "weight"));
        var publication = new Publication(List.of(SHIPPED_V1), List.of(grown));
        assertThat(publication.broken()).isEmpty();
        assertThat(publication.unpublished()).containsExactly(grown);
        assertThat(publication.afterwards()).containsExactly(grown);
        assertThat(new Publication(List.of(grown), List.of(SHIPPED_V1)).broken())
                .singleElement()
                .asString()
                .contains("weight was removed");
    }

    @Test
    void aChangeThatBreaksAReaderSaysWhatToDoInstead() {
        var shrunk = shipped(1, "order-events", "orderId", Set.of("orderId"));
        assertThat(new Publication(List.of(SHIPPED_V1), List.of(shrunk)).broken())
                .singleElement()
                .asString()
                .contains("orderflow.order.shipped.v1 was published and can't change like this")
                .contains("carrier was removed")
                .contains("Raise its @EventType to version 2, append an Upcaster from v1")
                .contains("src/test/resources/golden/orderflow.order.shipped.v2.json")
                .contains("./mvnw -pl contracts test -Dtest=PublishContracts");
    }

    @Test
    void aNewVersionMayChangeAndTheOldOneStays() {
        var publication = new Publication(List.of(SHIPPED_V1), List.of(SHIPPED_V2));
        assertThat(publication.broken()).isEmpty();
        assertThat(publication.unpublished()).containsExactly(SHIPPED_V2);
        assertThat(publication.afterwards()).containsExactly(SHIPPED_V2, SHIPPED_V1);
    }

    @Test
    void aNewEventIsToBeRecorded() {
        var publication = new Publication(List.of(), List.of(SHIPPED_V1));
        assertThat(publication.broken()).isEmpty();
        assertThat(publication.unpublished()).containsExactly(SHIPPED_V1);
    }

    @Test
    void aTypeThatWasRenamedIsMissed() {
        assertThat(new Publication(List.of(SHIPPED_V1), List.of()).broken())
                .singleElement()
                .asString()
                .contains("orderflow.order.shipped was published and is gone");
    }

    @Test
    void anEventThatMovesToAnotherTopicIsRefusedInAnyVersion() {
        var moved = shipped(2, "shipping-events", "orderId", Set.of("orderId", "carrier"));
        assertThat(new Publication(List.of(SHIPPED_V1), List.of(moved)).broken())
                .singleElement()
                .asString()
                .contains("is published to shipping-events by orderId")
                .contains("v1 was to order-events by orderId");
    }

    @Test
    void anotherKeyIsRefused() {
        var rekeyed = shipped(1, "order-events", "carrier", Set.of("orderId", "carrier"));
        assertThat(new Publication(List.of(SHIPPED_V1), List.of(rekeyed)).broken())
                .singleElement()
                .asString()
                .contains("order-events by carrier");
    }

    @Test
    void aVersionIsNeverTakenBack() {
        assertThat(new Publication(List.of(SHIPPED_V1, SHIPPED_V2), List.of(SHIPPED_V1)).broken())
                .containsExactly(
                        "orderflow.order.shipped.v2 was published and the code is at v1: a version is never taken back.");
    }

    @Test
    void theSchemaOfAnOldVersionIsNeverDeleted() {
        assertThat(new Publication(List.of(SHIPPED_V2), List.of(SHIPPED_V2)).broken())
                .singleElement()
                .asString()
                .contains("orderflow.order.shipped.v1 is missing");
    }

    private static EventSchema shipped(int version, String topic, String key, Set<String> fields) {
        var properties = fields.stream().collect(Collectors.toMap(name -> name, name -> Map.of("type", "string")));
        return new EventSchema(Json.write(Map.of(
                Keywords.TYPE,
                "orderflow.order.shipped",
                Keywords.VERSION,
                version,
                Keywords.TOPIC,
                topic,
                Keywords.KEY,
                key,
                "properties",
                properties)));
    }
}
