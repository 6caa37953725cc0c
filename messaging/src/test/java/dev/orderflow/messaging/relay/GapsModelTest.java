package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.relay.RelayModel.Verdict;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Thousands of random runs of the relay's algorithm, and of those that it was chosen over. */
class GapsModelTest {

    private static final int RUNS = 10_000;

    @Test
    void losesNothingAndSwapsNothing() {
        var dirty = LongStream.range(0, RUNS)
                .filter(seed -> !RelayModel.run(seed, Memory::gaps, false, true).isClean())
                .boxed()
                .toList();

        assertThat(dirty).as("seeds that lost or swapped an event").isEmpty();
    }

    @Test
    void findsARelayThatOnlyReadsBehindTheLastPosition() {
        assertThat(total(NaiveMemories::lastSeen, false, true).lost()).isPositive();
    }

    @Test
    void findsARelayThatGivesAGapOnlyOneMorePoll() {
        assertThat(total(NaiveMemories::onePollGrace, false, true).lost()).isPositive();
    }

    @Test
    void findsACursorThatPassesAnOpenGap() {
        var verdict = total(NaiveMemories::cursorAtHighest, false, true);

        assertThat(verdict.cursorPassedOpenGap()).isPositive();
        assertThat(verdict.lost()).isPositive();
    }

    /** The snapshot's xmax is the last completed xid + 1: a running transaction may own a higher one. */
    @Test
    void findsABoundThatIsTakenFromTheSnapshot() {
        assertThat(total(Memory::gaps, true, true).lost()).isPositive();
    }

    @Test
    void findsWritersThatDrawAPositionBeforeTheyOwnAnXid() {
        assertThat(total(Memory::gaps, false, false).lost()).isPositive();
    }

    private static Verdict total(LongFunction<Memory> memory, boolean boundFromSnapshot, boolean xidFirst) {
        return LongStream.range(0, RUNS / 10)
                .mapToObj(seed -> RelayModel.run(seed, memory, boundFromSnapshot, xidFirst))
                .reduce(
                        new Verdict(0, 0, 0, 0),
                        (a, b) -> new Verdict(
                                a.lost() + b.lost(),
                                a.swapped() + b.swapped(),
                                a.cursorPassedOpenGap() + b.cursorPassedOpenGap(),
                                a.cursorWentBack() + b.cursorWentBack()));
    }
}
