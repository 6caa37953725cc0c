package dev.orderflow.contracts.published;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import dev.orderflow.contracts.Personal;
import dev.orderflow.contracts.value.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;

/**
 * JSON Schemas (draft 2020-12) of records: types from the components, words from the Javadoc, limits from what the
 * constructor accepts. They allow fields that they don't name, because contracts grow.
 */
final class RecordSchemas {

    /** No currency of ISO 4217 has more than four decimals; which number it is depends on the currency. */
    private static final String DECIMAL = "^-?(0|[1-9][0-9]*)(\\.[0-9]{1,4})?$";

    private static final String CURRENCY = "^[A-Z]{3}$";

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    private final Javadoc javadoc;
    private final Tolerance tolerance;
    private final SchemaGenerator generator;

    RecordSchemas(Javadoc javadoc, Tolerance tolerance) {
        this.javadoc = javadoc;
        this.tolerance = tolerance;
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.PLAIN_DEFINITION_KEYS);
        describeTypes(config);
        describeFields(config);
        this.generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Class<?> record) {
        return generator.generateSchema(record);
    }

    private void describeTypes(SchemaGeneratorConfigBuilder config) {
        config.forTypesInGeneral()
                .withPropertySorter((first, second) -> 0)
                .withTitleResolver(RecordSchemas::title)
                .withDescriptionResolver(
                        scope -> javadoc.of(scope.getType().getErasedType()).orElse(null))
                .withCustomDefinitionProvider(this::extensibleEnum);
    }

    private void describeFields(SchemaGeneratorConfigBuilder config) {
        config.forFields()
                .withRequiredCheck(this::isRequired)
                .withDescriptionResolver(this::description)
                .withTargetTypeOverrideResolver(RecordSchemas::typeInJson)
                .withStringPatternResolver(RecordSchemas::pattern)
                .withNumberInclusiveMinimumResolver(this::minimum)
                .withDefaultResolver(RecordSchemas::valueIfAbsent)
                .withInstanceAttributeOverride(RecordSchemas::markPersonal);
    }

    private static String title(TypeScope scope) {
        var type = scope.getType().getErasedType();
        return type.isRecord() ? type.getSimpleName() : null;
    }

    /** Constants that readers may meet and need not know stand in a keyword that no validator enforces. */
    private CustomDefinition extensibleEnum(ResolvedType type, SchemaGenerationContext context) {
        var enumeration = type.getErasedType();
        if (!enumeration.isEnum() || !tolerance.isExtensible(enumeration)) {
            return null;
        }
        var schema = context.getGeneratorConfig().createObjectNode().put("type", "string");
        var known = schema.putArray(Keywords.EXTENSIBLE_ENUM);
        Arrays.stream(enumeration.getEnumConstants()).map(Object::toString).forEach(known::add);
        return new CustomDefinition(schema, DefinitionType.INLINE, CustomDefinition.INCLUDING_ATTRIBUTES);
    }

    private boolean isRequired(FieldScope field) {
        return !isPersonal(field) && tolerance.requires(component(field));
    }

    private String description(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : javadoc.ofComponent(owner(field), field.getDeclaredName()).orElse(null);
    }

    private static ResolvedType typeInJson(FieldScope field) {
        return isDecimal(field) ? field.getContext().resolve(String.class) : null;
    }

    private static String pattern(FieldScope field) {
        if (isDecimal(field)) {
            return DECIMAL;
        }
        return owner(field) == Money.class && field.getDeclaredName().equals("currency") ? CURRENCY : null;
    }

    private BigDecimal minimum(FieldScope field) {
        if (!WHOLE_NUMBERS.contains(component(field).getType())) {
            return null;
        }
        var minimum = tolerance.minimum(component(field));
        return minimum.isPresent() ? BigDecimal.valueOf(minimum.getAsInt()) : null;
    }

    private static Object valueIfAbsent(FieldScope field) {
        return component(field).getType() == boolean.class ? false : null;
    }

    private static void markPersonal(ObjectNode schema, FieldScope field, SchemaGenerationContext context) {
        if (isPersonal(field) && !field.isFakeContainerItemScope()) {
            schema.put(Keywords.PERSONAL, true);
        }
    }

    private static boolean isPersonal(FieldScope field) {
        return component(field).isAnnotationPresent(Personal.class);
    }

    private static boolean isDecimal(FieldScope field) {
        var format = component(field).getAccessor().getAnnotation(JsonFormat.class);
        return component(field).getType() == BigDecimal.class
                && format != null
                && format.shape() == JsonFormat.Shape.STRING;
    }

    private static Class<?> owner(FieldScope field) {
        return field.getDeclaringType().getErasedType();
    }

    private static RecordComponent component(FieldScope field) {
        return Arrays.stream(owner(field).getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .findFirst()
                .orElseThrow();
    }
}
