package dev.orderflow.systemtests.nativeimage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.ClassModel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a native image may reflect on by our own word: {@code @RegisterForReflection}, and the contracts' own list. */
final class Registered {

    private static final String ANNOTATION = "io/quarkus/runtime/annotations/RegisterForReflection";
    private static final Path CONTRACTS = Path.of(
            "../contracts/src/main/resources/META-INF/native-image/dev.orderflow/orderflow-contracts/reachability-metadata.json");

    private final Set<String> names = new HashSet<>();

    Registered(BuiltClasses classes) {
        classes.all().forEach(type -> Types.annotation(type, ANNOTATION).ifPresent(found -> add(classes, type, found)));
        addContracts();
    }

    boolean contains(String type) {
        return names.contains(type);
    }

    private void add(BuiltClasses classes, ClassModel type, Annotation annotation) {
        var targets = element(annotation, "targets")
                .map(it -> Types.classesIn(it).toList())
                .orElse(java.util.List.of());
        names.addAll(targets.isEmpty() ? Set.of(type.thisClass().asInternalName()) : targets);
        if (element(annotation, "ignoreNested")
                .filter(it -> it instanceof AnnotationValue.OfBoolean flag && !flag.booleanValue())
                .isPresent()) {
            names.addAll(classes.nestedIn(type.thisClass().asInternalName()));
        }
    }

    private static Optional<AnnotationValue> element(Annotation annotation, String name) {
        return annotation.elements().stream()
                .filter(it -> it.name().equalsString(name))
                .map(AnnotationElement::value)
                .findFirst();
    }

    private void addContracts() {
        try {
            new ObjectMapper()
                    .readTree(CONTRACTS.toFile())
                    .get("reflection")
                    .forEach(entry -> names.add(entry.get("type").asText().replace('.', '/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
