package dev.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was ever published must still be readable, and what is published now must look as recorded. */
class GoldenFilesTest {

    static List<EventDescriptor> events() {
        return EventCatalog.all();
    }

    static List<GoldenFile> goldenFiles() {
        return GoldenFile.allIn("golden");
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyVersionOfEveryEventHasAGoldenFile(EventDescriptor event) {
        assertThat(goldenFiles())
                .filteredOn(file -> file.type().equals(event.type()))
                .extracting(GoldenFile::version)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, event.version()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void theNewestVersionIsWrittenAsRecorded(EventDescriptor event) {
        assertThat(Json.write(Samples.of(event)))
                .isEqualTo(Json.tree(GoldenFile.of(event).path()));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void everyGoldenFileReadsAsItsEvent(GoldenFile file) {
        EventDescriptor event = EventCatalog.find(file.type()).orElseThrow();
        Map<String, Object> newest = event.upcast(Json.map(file.path()), file.version());
        assertThat((Object) Json.read(newest, event.eventClass())).isEqualTo(Samples.of(event));
    }
}
