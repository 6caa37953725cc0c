package dev.orderflow.platform.admin;

import dev.orderflow.messaging.deadletter.LetterState;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Why a dead letter can't be replayed or discarded. */
@Singleton
final class DeadLetterProblems implements ProblemSource {

    private static final ProblemType NOT_FIRST = new ProblemType(
            "dead-letter-not-first",
            409,
            "Another dead letter comes first",
            "The letters of one key are handled in the order in which they came. \"first\" is the id of the one whose"
                    + " turn it is: replay or discard that; this one follows by itself.");
    private static final ProblemType SETTLED = new ProblemType(
            "dead-letter-settled",
            409,
            "The dead letter is settled",
            "It was replayed or discarded before (\"state\"), which can't be undone.");
    private static final ProblemType PAUSED = new ProblemType(
            "channel-paused",
            409,
            "The channel is paused",
            "An operator holds back the channel that \"topic\" names, and its dead letters with it. Resume it first.");
    private static final ProblemType FAILED_AGAIN = new ProblemType(
            "dead-letter-failed-again",
            409,
            "The dead letter failed again",
            "\"errorType\" and \"error\" say why. Nothing has changed: it is still open, and what stands behind it still"
                    + " waits. Remove the cause and replay it, or discard it.");

    @Override
    public List<ProblemType> types() {
        return List.of(NOT_FIRST, SETTLED, FAILED_AGAIN, PAUSED);
    }

    static ProblemException notFirst(UUID first) {
        return NOT_FIRST
                .because("The letter " + first + " of the same key comes first")
                .with("first", first);
    }

    static ProblemException settled(LetterState state) {
        return SETTLED.because("It is " + state).with("state", state);
    }

    static ProblemException paused(String topic) {
        return PAUSED.because("The channel of " + topic + " is paused").with("topic", topic);
    }

    static ProblemException failedAgain(Throwable failure) {
        return FAILED_AGAIN
                .because("It failed with " + failure.getClass().getSimpleName())
                .with("errorType", failure.getClass().getSimpleName())
                .with("error", String.valueOf(failure.getMessage()));
    }
}
