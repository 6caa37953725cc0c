package dev.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    static Stream<GoldenFile> newestOfEachVersion() {
        return goldenFiles().stream().filter(GoldenFile::isNewest);
    }

    static Stream<GoldenFile> outgrown() {
        return goldenFiles().stream().filter(file -> !file.isNewest());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyVersionOfEveryEventHasAGoldenFile(EventDescriptor event) {
        assertThat(goldenFiles())
                .filteredOn(file -> file.type().equals(event.type()) && file.grown() == 0)
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
    @MethodSource("newestOfEachVersion")
    void everyVersionReadsAsItsEvent(GoldenFile file) {
        EventDescriptor event = EventCatalog.find(file.type()).orElseThrow();
        assertThat((Object) Json.read(upcast(file, event), event.eventClass())).isEqualTo(Samples.of(event));
    }

    /** And says nothing that it could not say then, but for a boolean's false. */
    @ParameterizedTest
    @MethodSource("outgrown")
    void whatWasPublishedBeforeItsVersionGrewReadsAsItDid(GoldenFile file) {
        EventDescriptor event = EventCatalog.find(file.type()).orElseThrow();
        Map<String, Object> then = upcast(file, event);
        Map<String, Object> now = Json.map(Json.write(Json.read(then, event.eventClass())));
        assertThat(now).containsAllEntriesOf(then);
        now.keySet().removeAll(then.keySet());
        assertThat(now.values()).allMatch(Boolean.FALSE::equals);
    }

    private static Map<String, Object> upcast(GoldenFile file, EventDescriptor event) {
        return event.upcast(Json.map(file.path()), file.version());
    }
}
