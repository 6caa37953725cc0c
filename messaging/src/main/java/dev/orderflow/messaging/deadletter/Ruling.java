package dev.orderflow.messaging.deadletter;

import java.util.UUID;

/** What became of an operator's wish about one letter. */
public sealed interface Ruling {

    /** @param behind how many letters of its line have their turn now, if none of them fails */
    record Done(DeadLetter letter, long behind) implements Ruling {}

    /** There is no such letter. */
    record Unknown() implements Ruling {}

    /** It was settled before, in that state. */
    record Settled(LetterState state) implements Ruling {}

    /** Another letter of its line comes first. */
    record NotFirst(UUID first) implements Ruling {}

    /** The channel of this topic is paused. */
    record Paused(String topic) implements Ruling {}
}
