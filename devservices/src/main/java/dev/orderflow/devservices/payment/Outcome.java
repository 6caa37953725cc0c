package dev.orderflow.devservices.payment;

import dev.orderflow.devservices.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What a call decides: the facts to store, and then an answer or, after a pause, another decision. */
sealed interface Outcome {

    List<Entry> entries();

    /** @param stored whether the idempotency key keeps this answer; one that tells of a passing failure is not kept */
    record Answer(List<Entry> entries, Response response, boolean stored) implements Outcome {

        static Answer of(Response response, Entry... entries) {
            return new Answer(List.of(entries), response, true);
        }

        static Answer unstored(Response response, Entry... entries) {
            return new Answer(List.of(entries), response, false);
        }
    }

    record Later(List<Entry> entries, Duration pause, Supplier<Outcome> decision) implements Outcome {}
}
