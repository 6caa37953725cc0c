package dev.orderflow.devservices.drill.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Asks order as a real storefront does: a request that is not answered is sent again with the same key, to whichever
 * replica is next, until it is answered or the drill gives up.
 */
final class Storefront {

    private static final int CONFLICT = 409;

    /** Overload, and a replica that goes or is away. A 500 is an answer, and nobody should get it. */
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);

    private static final Answer NONE = new Answer(0, Json.object());

    private final List<Api> replicas;
    private final BooleanSupplier isOpen;
    private int requests;

    /** @param isOpen whether it is still worth trying */
    Storefront(List<Api> replicas, BooleanSupplier isOpen) {
        this.replicas = replicas;
        this.isOpen = isOpen;
    }

    Answer post(String path, JsonNode body, String key) throws InterruptedException {
        return untilAnswered(api -> api.post(path, body, key));
    }

    Answer get(String path) throws InterruptedException {
        return untilAnswered(api -> api.get(path));
    }

    Answer delete(String path) throws InterruptedException {
        return untilAnswered(api -> api.delete(path));
    }

    int requests() {
        return requests;
    }

    boolean isOpen() {
        return isOpen.getAsBoolean();
    }

    private Answer untilAnswered(Function<Api, Answer> request) throws InterruptedException {
        while (isOpen()) {
            Answer answer = once(request);
            if (isAnswered(answer)) {
                return answer;
            }
            pause();
        }
        return NONE;
    }

    private Answer once(Function<Api, Answer> request) {
        Api replica = replicas.get(requests++ % replicas.size());
        try {
            return request.apply(replica);
        } catch (PartFailed unreachable) {
            return NONE;
        }
    }

    private static boolean isAnswered(Answer answer) {
        boolean inProgress = answer.status() == CONFLICT
                && answer.body().path("type").asText().endsWith("request-in-progress");
        return answer.status() != 0 && !COME_AGAIN.contains(answer.status()) && !inProgress;
    }

    static void pause() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(200, 500)));
    }
}
