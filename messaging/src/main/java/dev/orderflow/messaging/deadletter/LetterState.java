package dev.orderflow.messaging.deadletter;

/** What becomes of a dead letter. */
public enum LetterState {
    /** It failed; an operator replays or discards it. Whatever stands behind it waits. */
    OPEN,
    /** It has not failed: it is handled as soon as nothing stands before it. */
    WAITING,
    /** Handled after all. */
    REPLAYED,
    /** Given up by an operator. */
    DISCARDED;

    public boolean isSettled() {
        return this == REPLAYED || this == DISCARDED;
    }
}
