package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {

    private final Gaps gaps = new Gaps(10);

    @Test
    void followsAJournalWithoutGaps() {
        gaps.observe(100, List.of(11L, 12L, 13L), false);

        assertThat(gaps.highest()).isEqualTo(13);
        assertThat(gaps.cursor()).isEqualTo(13);
    }

    @Test
    void holdsTheCursorBelowTheLowestGap() {
        gaps.observe(100, List.of(12L, 15L), false);

        assertThat(gaps.firsts()).containsExactly(11L, 13L);
        assertThat(gaps.lasts()).containsExactly(11L, 14L);
        assertThat(gaps.cursor()).isEqualTo(10);
        assertThat(gaps.highest()).isEqualTo(15);
    }

    @Test
    void closesAGapWhoseRowHasComeUp() {
        gaps.observe(100, List.of(12L), false);
        gaps.observe(100, List.of(11L), false);

        assertThat(gaps.cursor()).isEqualTo(12);
    }

    @Test
    void keepsAGapThatHasNoBoundWhateverTheSnapshotSays() {
        gaps.observe(100, List.of(12L), false);
        gaps.observe(Long.MAX_VALUE - 1, List.of(), false);

        assertThat(gaps.hasUnbounded()).isTrue();
        assertThat(gaps.cursor()).isEqualTo(10);
    }

    @Test
    void buriesAGapOnceNobodyBelowItsBoundRuns() {
        gaps.observe(100, List.of(12L), false);
        gaps.bound(105);

        gaps.observe(104, List.of(), false);
        assertThat(gaps.cursor()).as("xid 104 still runs").isEqualTo(10);

        gaps.observe(105, List.of(), false);
        assertThat(gaps.cursor()).isEqualTo(12);
    }

    @Test
    void publishesARowThatTheDecidingSnapshotStillShows() {
        gaps.observe(100, List.of(12L), false);
        gaps.bound(105);
        gaps.observe(105, List.of(11L), false);

        assertThat(gaps.cursor()).isEqualTo(12);
        assertThat(gaps.count()).isZero();
    }

    @Test
    void boundsOnlyTheGapsThatHaveNone() {
        gaps.observe(100, List.of(12L), false);
        gaps.bound(105);
        gaps.observe(101, List.of(14L), false);
        gaps.bound(110);

        gaps.observe(105, List.of(), false);

        assertThat(gaps.firsts()).containsExactly(13L);
    }

    @Test
    void buriesNothingWhenTheLimitMayHaveHiddenAGapsRow() {
        gaps.observe(100, List.of(12L, 14L), false);
        gaps.bound(105);

        gaps.observe(200, List.of(11L), true);

        assertThat(gaps.firsts()).containsExactly(13L);
    }

    @Test
    void buriesWhenACutOffPollHasShownANewRow() {
        gaps.observe(100, List.of(12L), false);
        gaps.bound(105);

        gaps.observe(200, List.of(13L), true);

        assertThat(gaps.cursor()).isEqualTo(13);
    }

    @Test
    void splitsAGapAroundARowInItsMiddle() {
        gaps.observe(100, List.of(20L), false);
        gaps.bound(105);

        gaps.observe(101, List.of(11L, 15L, 19L), false);

        assertThat(gaps.firsts()).containsExactly(12L, 16L);
        assertThat(gaps.lasts()).containsExactly(14L, 18L);
        gaps.observe(105, List.of(), false);
        assertThat(gaps.cursor()).as("the parts keep their bound").isEqualTo(20);
    }

    /** A sequence that an operator has set forward, or an import of millions that was rolled back. */
    @Test
    void needsNoMoreMemoryForALongGap() {
        gaps.observe(100, List.of(1_000_000_000_000L), false);

        assertThat(gaps.count()).isEqualTo(1);
        assertThat(gaps.cursor()).isEqualTo(10);
    }
}
