package dev.orderflow.devservices.payment;

import dev.orderflow.devservices.http.Request;
import dev.orderflow.devservices.http.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the calls that change something, each at most once per {@code Idempotency-Key}: the effect and the answer that the
 * key keeps are stored together, a repetition gets that answer, other parameters or a call still under way are refused.
 */
final class Calls {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final Ledger ledger;
    private final Consumer<Entry> afterwards;
    private final Set<String> underWay = new HashSet<>();

    /** @param afterwards is told each entry once it is durable */
    Calls(Ledger ledger, Consumer<Entry> afterwards) {
        this.ledger = ledger;
        this.afterwards = afterwards;
    }

    /** Decides what no request asks for. */
    void run(Supplier<Outcome> decision) {
        decide(decision, answer -> List.of());
    }

    Response run(Request request, Supplier<Outcome> decision) {
        Optional<String> key = request.header(KEY);
        try {
            return key.isEmpty() ? decide(decision, answer -> List.of()) : once(key.get(), request, decision);
        } catch (StripeError refusal) {
            return refusal.response();
        }
    }

    private Response once(String key, Request request, Supplier<Outcome> decision) {
        String fingerprint = request.path() + " " + request.form().canonical();
        Optional<Response> known = begin(key, fingerprint);
        if (known.isPresent()) {
            return known.get().with("Idempotent-Replayed", "true").with(KEY, key);
        }
        try {
            return decide(decision, answer -> List.of(remember(key, fingerprint, answer)))
                    .with(KEY, key);
        } finally {
            end(key);
        }
    }

    private synchronized Optional<Response> begin(String key, String fingerprint) {
        if (key.length() > LONGEST_KEY) {
            throw StripeError.invalid(null, null, "The idempotency key is longer than 255 characters.");
        }
        if (underWay.contains(key)) {
            throw StripeError.keyInUse(key);
        }
        Optional<Entry.Answered> known = ledger.answer(key);
        if (known.isEmpty()) {
            underWay.add(key);
            return Optional.empty();
        }
        if (!known.get().fingerprint().equals(fingerprint)) {
            throw StripeError.keyReused(key);
        }
        return Optional.of(known.get().response());
    }

    private synchronized void end(String key) {
        underWay.remove(key);
    }

    /** Decides until there is an answer; what each decision stores is committed before the next. */
    private Response decide(Supplier<Outcome> first, Function<Response, List<Entry>> keep) {
        Supplier<Outcome> decision = first;
        while (true) {
            switch (commit(decision, keep)) {
                case Outcome.Answer answer -> {
                    return answer.response();
                }
                case Outcome.Later later -> {
                    pause(later);
                    decision = later.decision();
                }
            }
        }
    }

    private Outcome commit(Supplier<Outcome> decision, Function<Response, List<Entry>> keep) {
        Outcome outcome;
        List<Entry> entries;
        synchronized (ledger) {
            outcome = outcome(decision);
            entries = new ArrayList<>(outcome.entries());
            if (outcome instanceof Outcome.Answer answer && answer.stored()) {
                entries.addAll(keep.apply(answer.response()));
            }
            ledger.commit(entries);
        }
        // An event that nobody can look up after a crash must not be sent.
        ledger.sync();
        entries.forEach(afterwards);
        return outcome;
    }

    private static Outcome outcome(Supplier<Outcome> decision) {
        try {
            return decision.get();
        } catch (StripeError refusal) {
            return new Outcome.Answer(List.of(), refusal.response(), refusal.isStored());
        }
    }

    private static Entry remember(String key, String fingerprint, Response response) {
        return new Entry.Answered(key, fingerprint, response, Instant.now().getEpochSecond());
    }

    private static void pause(Outcome.Later later) {
        try {
            Thread.sleep(later.pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
