package dev.orderflow.platform.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/** What can't be null is always there: primitive members, and the items of a page or of a whole list. */
final class Presence {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView index;

    Presence(IndexView index) {
        this.index = index;
    }

    void describe(Components components) {
        var schemas = Optional.ofNullable(components.getSchemas()).orElse(Map.of());
        schemas.forEach((name, schema) -> {
            described(name).forEach(member -> require(schema, member));
            if (name.startsWith("Page") || name.startsWith("Items")) {
                require(schema, "items");
            }
        });
    }

    /** A type that has the name by an annotation comes before those that are merely called so. */
    private List<String> described(String name) {
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> name(type).equals(name))
                .min(Comparator.comparing(type -> type.simpleName().equals(name)))
                .map(Presence::primitives)
                .orElse(List.of());
    }

    private static List<String> primitives(ClassInfo type) {
        return type.recordComponents().stream()
                .filter(component -> component.type().kind() == Type.Kind.PRIMITIVE)
                .map(RecordComponentInfo::name)
                .toList();
    }

    private static void require(Schema schema, String member) {
        boolean has = schema.getProperties() != null && schema.getProperties().containsKey(member);
        boolean asked = schema.getRequired() != null && schema.getRequired().contains(member);
        if (has && !asked) {
            schema.addRequired(member);
        }
    }

    /** What the type is called in the description. */
    static String name(ClassInfo type) {
        var named = type.declaredAnnotation(SCHEMA);
        return named == null || named.value("name") == null
                ? type.simpleName()
                : named.value("name").asString();
    }
}
