package dev.orderflow.platform.openapi;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Describes the constraints that are composed of others, which the generator of the description does not look into: such
 * an annotation says by a {@code @Schema} of its own which pattern it enforces, and its {@code max} is a length. And says
 * of every pattern that it holds for the whole text, as Bean Validation has it and JSON Schema does not.
 */
final class Constraints {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private static final DotName NOT_BLANK = DotName.createSimple(NotBlank.class);
    private static final DotName PATTERN = DotName.createSimple(Pattern.class);

    /** As the generator writes it. */
    private static final String NOT_BLANK_PATTERN = "\\S";

    private final IndexView index;

    Constraints(IndexView index) {
        this.index = index;
    }

    void describe(OpenAPI api) {
        index.getAnnotations(DotName.createSimple(Constraint.class)).stream()
                .filter(composed -> composed.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(composed -> composed.target().asClass())
                .filter(constraint -> constraint.hasDeclaredAnnotation(SCHEMA))
                .forEach(constraint -> describe(api, constraint));
        schemas(api).forEach(Constraints::anchor);
        parameters(api).map(Parameter::getSchema).forEach(Constraints::anchor);
    }

    /** The generator takes the annotation for a type that is sent. */
    private void describe(OpenAPI api, ClassInfo constraint) {
        uses(constraint).forEach(use -> describe(api, use, pattern(constraint)));
        api.getComponents().removeSchema(constraint.simpleName());
    }

    private Stream<AnnotationInstance> uses(ClassInfo constraint) {
        return index.getAnnotations(constraint.name()).stream();
    }

    private static String pattern(ClassInfo constraint) {
        return constraint.declaredAnnotation(SCHEMA).value("pattern").asString();
    }

    private static void describe(OpenAPI api, AnnotationInstance use, String pattern) {
        switch (use.target().kind()) {
            case FIELD -> property(api, use.target()).ifPresent(schema -> restrict(schema, use, pattern));
            case METHOD_PARAMETER ->
                parameters(api)
                        .filter(parameter -> parameter.getName().equals(pathName(use)))
                        .forEach(parameter -> restrict(parameter.getSchema(), use, pattern));
            default -> {}
        }
    }

    private static Optional<Schema> property(OpenAPI api, AnnotationTarget field) {
        var name = Presence.name(field.asField().declaringClass());
        return Optional.ofNullable(api.getComponents().getSchemas().get(name))
                .map(Schema::getProperties)
                .map(properties -> properties.get(field.asField().name()));
    }

    private static String pathName(AnnotationInstance use) {
        var named = use.target().asMethodParameter().annotation(DotName.createSimple(PathParam.class));
        return named == null ? "" : named.value().asString();
    }

    /** What else is asked of the same text stands beside it. */
    private static void restrict(Schema schema, AnnotationInstance use, String pattern) {
        AnnotationValue max = use.value("max");
        if (max != null) {
            schema.setMaxLength(max.asInt());
        }
        schema.setPattern(whole(pattern));
        var others = others(use.target());
        schema.setAllOf(others.isEmpty() ? null : others);
    }

    private static List<Schema> others(AnnotationTarget target) {
        var patterns = new ArrayList<String>();
        if (target.hasAnnotation(NOT_BLANK)) {
            patterns.add(NOT_BLANK_PATTERN);
        }
        if (target.hasAnnotation(PATTERN)) {
            patterns.add(whole(target.annotation(PATTERN).value("regexp").asString()));
        }
        return patterns.stream()
                .map(pattern -> OASFactory.createSchema().pattern(pattern))
                .toList();
    }

    private static String whole(String pattern) {
        return pattern.startsWith("^") ? pattern : "^(?:" + pattern + ")$";
    }

    private static Stream<Schema> schemas(OpenAPI api) {
        return Optional.ofNullable(api.getComponents().getSchemas()).orElse(Map.of()).values().stream()
                .flatMap(schema -> Optional.ofNullable(schema.getProperties()).orElse(Map.of()).values().stream());
    }

    private static Stream<Parameter> parameters(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation ->
                        Optional.ofNullable(operation.getParameters()).stream().flatMap(java.util.List::stream));
    }

    /** "Not blank" may be found anywhere. */
    private static void anchor(Schema schema) {
        if (schema != null
                && schema.getPattern() != null
                && !schema.getPattern().equals(NOT_BLANK_PATTERN)) {
            schema.setPattern(whole(schema.getPattern()));
        }
    }
}
