package dev.orderflow.devservices.drill.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.Api.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One customer doing what the script says. */
final class Visit {

    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "RETURNED");
    private static final String BEING_UNDONE = "CANCELLING";

    /** An order goes from none of these to the other, so that what was seen is still so when it is closed. */
    private static final Map<String, String> RESOLUTIONS =
            Map.of(BEING_UNDONE, "CANCELLED", "RETURNING", "RETURNED", "REFUNDING", "RETURNED");

    private static final JsonNode REASON = Json.object().put("reason", "a drill");

    private final Script script;
    private final Storefront storefront;
    private final Storefront backOffice;
    private final Map<Wish, Integer> answers = new EnumMap<>(Wish.class);
    private final List<String> complaints = new ArrayList<>();
    private Instant answeredAt = Instant.EPOCH;

    /** @param backOffice where an operator is asked */
    Visit(Script script, Storefront storefront, Storefront backOffice) {
        this.script = script;
        this.storefront = storefront;
        this.backOffice = backOffice;
    }

    Purchase go() throws InterruptedException {
        Answer placed = place();
        String id = placed.status() == CREATED ? placed.body().path("id").asText() : "";
        if (!id.isEmpty()) {
            follow(id);
        }
        return new Purchase(script, id, placed.status(), answers, storefront.requests(), answeredAt, complaints);
    }

    private void follow(String id) throws InterruptedException {
        if (script.kind() == Kind.CANCELS) {
            answers.put(Wish.CANCEL, cancel(id));
        }
        if (script.kind().givesBack()) {
            answers.put(Wish.RETURN, giveBack(id));
        }
        if (script.kind().isNeverRefunded()) {
            answers.put(Wish.RESOLVE, resolve(id));
        }
        if (script.kind() == Kind.LEAVES) {
            answers.put(Wish.ERASE, leave(id));
        }
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
        while (storefront.isOpen() && !isSettled(status(id))) {
            Storefront.pause();
        }
        return told("/orders/" + id + "/returns", REASON, UUID.randomUUID().toString())
                .status();
    }

    /** Its end, or that it will never be delivered. */
    private static boolean isSettled(String status) {
        return ENDS.contains(status) || status.equals(BEING_UNDONE);
    }

    /** Asked for until it is stuck, once it is being undone; an order that comes to its end without that was never paid. */
    private int resolve(String id) throws InterruptedException {
        int answer = 0;
        for (String now = status(id); backOffice.isOpen() && !ENDS.contains(now); now = status(id)) {
            if (RESOLUTIONS.containsKey(now)) {
                answer = backOffice
                        .post(
                                "/admin/sagas/" + id + "/resolve",
                                resolution(now),
                                UUID.randomUUID().toString())
                        .status();
            }
            Storefront.pause();
        }
        return answer;
    }

    private static JsonNode resolution(String status) {
        return Json.object().put("outcome", RESOLUTIONS.get(status)).put("reason", "the provider refuses to pay back");
    }

    /** Asked for at once: it is refused for as long as the order is under way, and never after that. */
    private int leave(String id) throws InterruptedException {
        int early = erase();
        if (early != ACCEPTED && early != CONFLICT && early != 0) {
            complaints.add("an erasure got " + early + " while the order was under way");
        }
        while (storefront.isOpen() && !ENDS.contains(status(id))) {
            Storefront.pause();
        }
        return erase();
    }

    private int erase() throws InterruptedException {
        return backOffice.delete("/customers/" + script.customer()).status();
    }

    private String status(String id) throws InterruptedException {
        return storefront.get("/orders/" + id).body().path("status").asText();
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
