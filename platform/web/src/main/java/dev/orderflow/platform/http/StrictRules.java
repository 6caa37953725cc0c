package dev.orderflow.platform.http;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.String;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.orderflow.contracts.value.Money;
import java.time.Instant;

/** What a client may send: exactly what the contract says, in the type it says. */
final class StrictRules {

    private StrictRules() {}

    static ObjectMapper applyTo(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        refuseCoercions(mapper);
        return mapper.registerModule(values());
    }

    @SuppressWarnings("deprecation") // the builder that replaces it can't change a copy
    private static void refuseCoercions(ObjectMapper mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        refuse(mapper, LogicalType.Textual, Integer, Float, Boolean);
        refuse(mapper, LogicalType.Integer, Float, String, EmptyString, Boolean);
        refuse(mapper, LogicalType.Boolean, Integer, Float, String, EmptyString);
        refuse(mapper, LogicalType.Enum, Integer, EmptyString);
        refuse(mapper, LogicalType.DateTime, Integer, Float, EmptyString);
        refuse(mapper, LogicalType.POJO, EmptyString);
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, Fail);
        }
    }

    private static SimpleModule values() {
        return new SimpleModule("orderflow-http")
                .addDeserializer(String.class, new CleanText())
                .addDeserializer(Instant.class, new TimeText())
                .setMixInAnnotation(Money.class, StrictMoney.class);
    }
}
