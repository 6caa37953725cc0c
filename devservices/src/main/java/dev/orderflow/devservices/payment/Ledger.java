package dev.orderflow.devservices.payment;

import dev.orderflow.devservices.durable.EntryLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that the provider knows, in memory and in an append-only file. What one decision stores is one line: a crash leaves
 * all of it or nothing. Callers hold the ledger's monitor from reading to committing.
 */
final class Ledger {

    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, List<String>> refundsByIntent = new LinkedHashMap<>();
    private final Map<String, Entry.Answered> answers = new LinkedHashMap<>();
    private final Map<String, String> undelivered = new LinkedHashMap<>();
    private final EntryLog<Entry> log;

    Ledger(Path path) {
        this.log = new EntryLog<>(path, Entry.class, this::apply);
    }

    synchronized void commit(List<Entry> entries) {
        if (!entries.isEmpty()) {
            log.append(entries);
            entries.forEach(this::apply);
        }
    }

    /** Returns when everything committed so far survives a crash. */
    void sync() {
        log.sync();
    }

    synchronized Optional<Intent> intent(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    synchronized Optional<Refund> refund(String id) {
        return Optional.ofNullable(refunds.get(id));
    }

    synchronized Optional<Entry.Answered> answer(String key) {
        return Optional.ofNullable(answers.get(key)).filter(Ledger::isKept);
    }

    /** Oldest first. */
    synchronized List<Intent> intents() {
        return List.copyOf(intents.values());
    }

    /** Oldest first. */
    synchronized List<Refund> refunds() {
        return List.copyOf(refunds.values());
    }

    synchronized Map<String, String> undelivered() {
        return Map.copyOf(undelivered);
    }

    /** What was or will be paid back of an intent, in minor units. */
    synchronized long refunded(String intent) {
        return refundsByIntent.getOrDefault(intent, List.of()).stream()
                .map(refunds::get)
                .filter(Refund::counts)
                .mapToLong(Refund::amount)
                .sum();
    }

    synchronized <T> T reading(Function<Ledger, T> reader) {
        return reader.apply(this);
    }

    private void apply(Entry entry) {
        switch (entry) {
            case Entry.IntentStored(Intent intent) -> intents.put(intent.id(), intent);
            case Entry.RefundStored(Refund refund) -> store(refund);
            case Entry.Answered answered when isKept(answered) -> answers.put(answered.key(), answered);
            case Entry.Answered forgotten -> answers.remove(forgotten.key());
            case Entry.EventRaised(String id, String body) -> undelivered.put(id, body);
            case Entry.EventDelivered(String id) -> undelivered.remove(id);
        }
    }

    private static boolean isKept(Entry.Answered answered) {
        return Instant.now().getEpochSecond() - answered.at() < KEY_LIFE.toSeconds();
    }

    private void store(Refund refund) {
        if (refunds.put(refund.id(), refund) == null) {
            refundsByIntent
                    .computeIfAbsent(refund.intent(), id -> new ArrayList<>())
                    .add(refund.id());
        }
    }
}
