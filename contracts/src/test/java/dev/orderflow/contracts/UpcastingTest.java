package dev.orderflow.contracts;

import static dev.orderflow.contracts.SampleValues.CUSTOMER;
import static dev.orderflow.contracts.SampleValues.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.contracts.parcel.GramsAsMass;
import dev.orderflow.contracts.parcel.ParcelWeighed;
import dev.orderflow.contracts.parcel.WeightAsGrams;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpcastingTest {

    private static final EventDescriptor PARCEL_WEIGHED =
            EventDescriptor.of(ParcelWeighed.class, Topic.SHIPPING_EVENTS);

    @EventType(name = "test.forgetful", version = 2)
    private record Forgetful(String key) implements Event {}

    static List<GoldenFile> versions() {
        return GoldenFile.allIn("upcasting");
    }

    static List<EventDescriptor> events() {
        return EventCatalog.all();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyOldVersionReadsAsTheNewest(GoldenFile file) {
        Map<String, Object> newest = PARCEL_WEIGHED.upcast(Json.map(file.path()), file.version());
        assertThat(Json.read(newest, ParcelWeighed.class))
                .isEqualTo(new ParcelWeighed(ORDER, CUSTOMER, new ParcelWeighed.Mass(1500, "g"), "DOCK-3"));
    }

    @Test
    void coversAllVersions() {
        assertThat(versions()).extracting(GoldenFile::version).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void stepsAreInOrderOfVersion() {
        assertThat(PARCEL_WEIGHED.upcasters()).hasExactlyElementsOfTypes(WeightAsGrams.class, GramsAsMass.class);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theInputIsLeftAlone(GoldenFile file) {
        Map<String, Object> input = Json.map(file.path());
        PARCEL_WEIGHED.upcast(Collections.unmodifiableMap(input), file.version());
        assertThat(input).isEqualTo(Json.map(file.path()));
    }

    @Test
    void theNewestVersionPassesThrough() {
        Map<String, Object> json = Map.of("sku", "LAMP-BRASS-01");
        assertThat(PARCEL_WEIGHED.upcast(json, 3)).isSameAs(json);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void aVersionNobodyKnowsIsRefused(int version) {
        assertThatThrownBy(() -> PARCEL_WEIGHED.upcast(Map.of(), version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test.parcel.weighed is known from v1 to v3, not v" + version);
    }

    @Test
    void aVersionWithoutItsUpcasterIsRefused() {
        assertThatThrownBy(() -> EventDescriptor.of(Forgetful.class, Topic.ORDER_EVENTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test.forgetful v2 needs 1 upcasters, not 0");
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasAnUpcasterForEachOlderVersion(EventDescriptor event) {
        EventType type = event.eventClass().getAnnotation(EventType.class);
        assertThat(type.upcasters()).hasSize(type.version() - 1);
        assertThat(event.upcasters()).hasSize(type.version() - 1);
    }
}
