package dev.orderflow.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What of a valid request can be made wrong by its description alone, and the status that must follow. */
public final class WrongRequests {

    /** @param what is wrong with it */
    public record Wrong(String what, int status, ApiRequest request) {}

    private final ApiCall call;
    private final Sender sender;
    private final Supplier<Asking> valid;
    private final List<Wrong> all = new ArrayList<>();

    private WrongRequests(ApiCall call, Sender sender, Supplier<Asking> valid) {
        this.call = call;
        this.sender = sender;
        this.valid = valid;
    }

    public static List<Wrong> of(ApiCall call, Sender sender, Supplier<Asking> valid) {
        var requests = new WrongRequests(call, sender, valid);
        requests.tokens();
        requests.address();
        requests.headers();
        requests.query();
        requests.size();
        if (call.takesBody()) {
            requests.bodies();
        }
        return requests.all;
    }

    private void add(String what, int status, Asking asking) {
        all.add(new Wrong(what, status, asking.request()));
    }

    private void tokens() {
        if (call.needsToken()) {
            add("no token", 401, valid.get().without("Authorization"));
            add("a forged token", 401, valid.get().header("Authorization", "Bearer a.b.c"));
        }
        sender.strangers().forEach(token -> add("another role", 403, valid.get().as(token)));
    }

    private void address() {
        all.add(new Wrong("another method", 405, valid.get().request("TRACE")));
        for (var part : call.parameters("path")) {
            if (part.schema().path("format").asText().equals("uuid")) {
                add(
                        "nobody's " + part.name(),
                        404,
                        valid.get().path(part.name(), UUID.randomUUID().toString()));
                add("a malformed " + part.name(), 404, valid.get().path(part.name(), "x"));
            }
            if (part.schema().has("pattern") && !part.schema().has("format")) {
                add("a malformed " + part.name(), 400, valid.get().path(part.name(), "a b"));
            }
        }
    }

    private void headers() {
        if (call.statuses().contains(406)) {
            add("Accept: image/png", 406, valid.get().header("Accept", "image/png"));
        }
        call.header("Idempotency-Key")
                .ifPresent(key -> add("a malformed key", 400, valid.get().header("Idempotency-Key", "a b")));
    }

    private void query() {
        if (!call.takesAnyQuery()) {
            add("an unknown parameter", 400, valid.get().query("unheardOf", "1"));
        }
        for (var parameter : call.parameters("query")) {
            // An empty one counts as none, so that nothing is wrong with either but the other.
            var twice = valid.get().query(parameter.name(), "").andQuery(parameter.name(), "");
            add(parameter.name() + " twice", 400, twice);
            var schema = parameter.schema();
            boolean restricted = schema.has("enum")
                    || schema.path("type").asText().equals("integer")
                    || schema.path("format").asText().equals("date-time")
                    || parameter.name().equals("cursor");
            if (restricted) {
                add("a malformed " + parameter.name(), 400, valid.get().query(parameter.name(), "-"));
            }
            if (schema.has("maximum")) {
                long beyond = schema.get("maximum").asLong() + 1;
                add("a big " + parameter.name(), 400, valid.get().query(parameter.name(), Long.toString(beyond)));
            }
            if (schema.has("maxLength")) {
                var longer = "x".repeat(schema.get("maxLength").asInt() + 1);
                add("a long " + parameter.name(), 400, valid.get().query(parameter.name(), longer));
            }
        }
    }

    /** Whether a body is taken or not: it is refused before anybody asks. */
    private void size() {
        add("too much", 413, valid.get().body(Oddities.TOO_LARGE));
    }

    private void bodies() {
        if (call.statuses().contains(415)) {
            add("text", 415, valid.get().header("Content-Type", "text/plain"));
        }
        add("half a body", 400, valid.get().body("{"));
        add("another kind of body", 400, valid.get().body("true"));
        if (call.described().at("/requestBody/required").asBoolean() && call.needsToken()) {
            add("no body", 400, valid.get().body(""));
        }
        if (sender.body() instanceof ObjectNode body && call.needsToken()) {
            fields(body, call.api().resolved(call.requestSchema()), "");
        }
    }

    /** Each field that must be there is left out, each object gets one more. */
    private void fields(ObjectNode whole, JsonNode schema, String pointer) {
        var more = whole.deepCopy();
        ((ObjectNode) more.at(pointer)).put("unheardOf", 1);
        add("an unknown field in '" + pointer + "'", 400, valid.get().body(more));
        schema.path("required").forEach(name -> {
            var less = whole.deepCopy();
            ((ObjectNode) less.at(pointer)).remove(name.asText());
            add("no " + pointer + "/" + name.asText(), 400, valid.get().body(less));
        });
        schema.path("properties").properties().forEach(member -> {
            var inner = pointer + "/" + member.getKey();
            if (whole.at(inner) instanceof ObjectNode) {
                fields(whole, call.api().resolved(member.getValue()), inner);
            }
        });
    }
}
