package dev.orderflow.client;

import dev.orderflow.client.model.AuditEntry;
import dev.orderflow.client.model.AuditFilter;
import dev.orderflow.client.model.DeadLetter;
import dev.orderflow.client.model.DeadLetterDetail;
import dev.orderflow.client.model.DeadLetterFilter;
import dev.orderflow.client.model.DeadLetterOutcome;
import dev.orderflow.client.model.DeadLettersReleased;
import dev.orderflow.client.model.EventChannel;
import dev.orderflow.client.model.EventChannelChange;
import dev.orderflow.client.model.Page;
import java.util.UUID;

/** What operators do with one service. */
public final class Admin {

    private final Calls calls;
    private final Service service;

    Admin(Calls calls, Service service) {
        this.calls = calls;
        this.service = service;
    }

    /** Newest first. */
    public Listing<DeadLetter> deadLetters() {
        return calls.list(Operations.LIST_LETTERS, to(Operations.LIST_LETTERS));
    }

    /** Newest first. */
    public Listing<DeadLetter> deadLetters(DeadLetter.State state, DeadLetterFilter filter) {
        var request = to(Operations.LIST_LETTERS)
                .query("state", state)
                .query("topic", filter.topic())
                .query("type", filter.type())
                .query("key", filter.key())
                .query("errorType", filter.errorType())
                .query("from", filter.from())
                .query("to", filter.to());
        return calls.list(Operations.LIST_LETTERS, request);
    }

    public Call<DeadLetterDetail> deadLetter(UUID id) {
        return calls.of(Operations.GET_LETTER, to(Operations.GET_LETTER).path("id", id));
    }

    /** Handles it now. Refused with {@code dead-letter-failed-again} if it still can't be. */
    public Call<DeadLetterOutcome> replay(UUID id) {
        return calls.of(Operations.REPLAY_LETTER, to(Operations.REPLAY_LETTER).path("id", id));
    }

    /** Gives open ones their turn once more. */
    public Call<DeadLettersReleased> replayAll(DeadLetterFilter filter) {
        return calls.of(Operations.REPLAY_LETTERS, to(Operations.REPLAY_LETTERS).body(filter));
    }

    /** Gives it up; those behind it are handled. */
    public Call<DeadLetterOutcome> discard(UUID id, String reason) {
        return calls.of(
                Operations.DISCARD_LETTER,
                to(Operations.DISCARD_LETTER).path("id", id).query("reason", reason));
    }

    /** What operators did by hand, newest first. */
    public Listing<AuditEntry> audit(AuditFilter filter) {
        var request = to(Operations.LIST_AUDIT)
                .query("actor", filter.actor())
                .query("action", filter.action())
                .query("subject", filter.subject())
                .query("from", filter.from())
                .query("to", filter.to());
        return calls.list(Operations.LIST_AUDIT, request);
    }

    /** What brings the service its events. */
    public Call<Page<EventChannel>> channels() {
        return calls.of(Operations.LIST_CHANNELS, to(Operations.LIST_CHANNELS));
    }

    /** Holds back what comes in by a channel, or lets it in again. */
    public Call<EventChannel> changeChannel(String name, boolean paused) {
        return calls.of(
                Operations.CHANGE_CHANNEL,
                to(Operations.CHANGE_CHANNEL).path("name", name).body(new EventChannelChange(paused)));
    }

    private Request to(Operation<?> operation) {
        return Request.of(operation, service);
    }
}
