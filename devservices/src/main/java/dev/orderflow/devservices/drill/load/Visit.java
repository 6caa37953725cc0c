package dev.orderflow.devservices.drill.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.Api.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One customer doing what the script says. */
final class Visit {

    private static final int CREATED = 201;
    private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "RETURNED");
    private static final JsonNode REASON = Json.object().put("reason", "a drill");

    private final Script script;
    private final Storefront storefront;
    private final List<String> complaints = new ArrayList<>();
    private Instant answeredAt = Instant.EPOCH;

    Visit(Script script, Storefront storefront) {
        this.script = script;
        this.storefront = storefront;
    }

    Purchase go() throws InterruptedException {
        Answer placed = place();
        String id = placed.status() == CREATED ? placed.body().path("id").asText() : "";
        int cancelled = !id.isEmpty() && script.kind() == Kind.CANCELS ? cancel(id) : 0;
        int returned = !id.isEmpty() && script.kind() == Kind.RETURNS ? giveBack(id) : 0;
        return new Purchase(
                script, id, placed.status(), cancelled, returned, storefront.requests(), answeredAt, complaints);
    }

    private Answer place() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        Answer answer = told("/orders", script.body(), key);
        if (answer.status() == CREATED && script.asksAgain()) {
            Answer again = told("/orders", script.body(), key);
            if (again.status() != 0
                    && !again.body().path("id").equals(answer.body().path("id"))) {
                complaints.add("the same key got " + again.status() + " and order "
                        + again.body().path("id").asText("none") + " the second time");
            }
        }
        return answer;
    }

    private int cancel(String id) throws InterruptedException {
        Thread.sleep(script.cancelAfter());
        return told("/orders/" + id + "/cancel", REASON, UUID.randomUUID().toString())
                .status();
    }

    /** Waits for the parcel first. */
    private int giveBack(String id) throws InterruptedException {
        String status = "";
        while (storefront.isOpen() && !ENDS.contains(status)) {
            Storefront.pause();
            status = storefront.get("/orders/" + id).body().path("status").asText();
        }
        return told("/orders/" + id + "/returns", REASON, UUID.randomUUID().toString())
                .status();
    }

    private Answer told(String path, JsonNode body, String key) throws InterruptedException {
        Answer answer = storefront.post(path, body, key);
        if (answer.status() != 0) {
            answeredAt = Instant.now();
        }
        if (answer.status() >= 500) {
            complaints.add("POST " + path + " got " + answer.status());
        }
        return answer;
    }
}
