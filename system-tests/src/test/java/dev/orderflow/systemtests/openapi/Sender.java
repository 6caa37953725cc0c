package dev.orderflow.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.systemtests.openapi.ApiRequest.Field;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a document can't know: who may call an operation, and which things there are.
 *
 * @param tokens those that it accepts
 * @param strangers good ones that it refuses
 * @param values by the name of a parameter: what exists and may be changed
 * @param body one that is accepted; null for none
 * @param harmless whether a body may be sent although it may be accepted
 * @param signer the header fields that prove where a body comes from
 */
public record Sender(
        List<String> tokens,
        List<String> strangers,
        Map<String, List<String>> values,
        JsonNode body,
        Predicate<String> harmless,
        Function<String, List<Field>> signer) {}
