package dev.orderflow.messaging.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SwitchBoardTest {

    private final SwitchBoard board = new SwitchBoard();

    @Test
    void takesNothingForOnBeforeTheFirstLook() {
        assertThat(board.isKnown()).isFalse();
        assertThat(board.isOn("pump")).isFalse();
        assertThat(waiting("pump")).isNotDone();
    }

    @Test
    void takesForOnWhatNobodyHasTouched() {
        board.learn(List.of(state("pump", false, 1)));

        assertThat(board.isOn("pump")).isFalse();
        assertThat(board.isOn("lamp")).isTrue();
        assertThat(waiting("lamp")).isDone();
    }

    /** Whoever waited for the first look goes on with it. */
    @Test
    void lastsAsLongAsItIsOff() {
        var pump = waiting("pump");
        var lamp = waiting("lamp");

        board.learn(List.of(state("pump", false, 1)));
        assertThat(lamp).isDone();
        assertThat(pump).isNotDone();

        board.learn(List.of(state("pump", true, 2)));
        assertThat(pump).isDone();
    }

    /** A look that began before the change may end after it. */
    @Test
    void neverGoesBackToAnOlderState() {
        board.learn(List.of());
        board.learn(state("pump", false, 2));

        board.learn(List.of(state("pump", true, 1)));

        assertThat(board.isOn("pump")).isFalse();
    }

    /** A change tells of one switch; of the others nothing is known by it. */
    @Test
    void isNotKnownByAChangeAlone() {
        board.learn(state("pump", true, 2));

        assertThat(board.isKnown()).isFalse();
        assertThat(board.isOn("pump")).isFalse();
    }

    private CompletableFuture<Void> waiting(String name) {
        return board.whenOn(name).subscribeAsCompletionStage();
    }

    private static SwitchState state(String name, boolean on, long version) {
        return new SwitchState(name, on, version, Instant.parse("2026-03-02T12:00:00Z"));
    }
}
