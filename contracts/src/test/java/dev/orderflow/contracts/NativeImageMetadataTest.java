package dev.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A native image only reflects on what is listed: each event, each type inside one, each upcaster. */
class NativeImageMetadataTest {

    private static final String ROOT = Event.class.getPackageName();
    private static final Path METADATA = Path.of(
            "src/main/resources/META-INF/native-image/dev.orderflow/orderflow-contracts/reachability-metadata.json");

    private final JsonNode listed = Json.tree(METADATA).get("reflection");

    @Test
    void listsExactlyWhatJsonAndTheCatalogueReflectOn() {
        Set<String> needed = new TreeSet<>();
        EventCatalog.all().forEach(event -> {
            collect(event.eventClass(), needed);
            event.upcasters().forEach(upcaster -> needed.add(upcaster.getClass().getName()));
        });
        assertThat(StreamSupport.stream(listed.spliterator(), false)
                        .map(entry -> entry.get("type").asText()))
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void opensConstructorsMethodsAndFieldsOfEach() {
        for (String access : List.of("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields")) {
            assertThat(listed).allMatch(entry -> entry.path(access).asBoolean(), access);
        }
    }

    private static void collect(Class<?> type, Set<String> needed) {
        if (!type.getPackageName().startsWith(ROOT) || !needed.add(type.getName())) {
            return;
        }
        Arrays.stream(type.getInterfaces()).forEach(parent -> collect(parent, needed));
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .flatMap(NativeImageMetadataTest::classesIn)
                    .forEach(part -> collect(part, needed));
        }
    }

    private static Stream<Class<?>> classesIn(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).flatMap(NativeImageMetadataTest::classesIn)
                : Stream.of((Class<?>) type);
    }
}
