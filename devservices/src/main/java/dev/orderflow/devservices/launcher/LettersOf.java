package dev.orderflow.devservices.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The dead letters of one running service, over its HTTP API, as an operator. */
record LettersOf(Api api) {

    private static final String PATH = "/admin/dead-letters";

    static LettersOf service(Service service) {
        OrderflowSystem system = Context.system();
        return new LettersOf(new Api(system.url(service), system.token("run", null, "operator")));
    }

    /** Newest first of each state; only those that still want something, unless all are asked for. */
    List<JsonNode> list(boolean all) {
        List<JsonNode> letters = new ArrayList<>();
        for (String state : all ? List.of("") : List.of("OPEN", "WAITING")) {
            addAll(letters, PATH + "?limit=200&state=" + state);
        }
        return letters;
    }

    private void addAll(List<JsonNode> letters, String first) {
        for (String path = first; !path.isEmpty(); ) {
            JsonNode page =
                    api.get(path).orFail("the dead letters can't be listed").body();
            page.path("items").forEach(letters::add);
            path = page.path("next").asText("");
        }
    }

    JsonNode get(String id) {
        return api.get(PATH + "/" + encoded(id)).orFail(id + " can't be shown").body();
    }

    JsonNode replay(String id) {
        return api.post(PATH + "/" + encoded(id) + "/replay", UUID.randomUUID().toString())
                .orFail(id + " can't be replayed")
                .body();
    }

    /** Answers how many. */
    int replay(ObjectNode filter) {
        int released = 0;
        for (boolean more = true; more; ) {
            JsonNode answer = api.post(
                            PATH + "/replay", filter, UUID.randomUUID().toString())
                    .orFail("they can't be replayed")
                    .body();
            released += answer.path("released").asInt();
            more = answer.path("more").asBoolean();
        }
        return released;
    }

    JsonNode discard(String id, String reason) {
        String query = reason == null ? "" : "?reason=" + encoded(reason);
        return api.delete(PATH + "/" + encoded(id) + query)
                .orFail(id + " can't be discarded")
                .body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
