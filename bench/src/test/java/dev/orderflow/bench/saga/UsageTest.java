package dev.orderflow.bench.saga;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void sumsTheTimesOfAProcessAndItsEndedChildren() {
        var stat = "4711 (a name) with) S 1 4711 4711 0 -1 4194304 100 0 0 0 250 50 7 3 20 0 12 0 1 2 3";

        assertThat(Usage.cpu(stat)).isEqualTo(3_100);
    }

    @Test
    void isNothingForAProcessThatIsGone() {
        assertThat(Usage.of(Integer.MAX_VALUE)).isEqualTo(Usage.NONE);
    }

    @Test
    void tellsWhatTheCompilersOfThisProcessTook() {
        var usage = Usage.of(ProcessHandle.current().pid());

        assertThat(usage.compilerMillis()).isPositive().isLessThan(usage.cpuMillis());
    }

    @Test
    void growsWithWorkOfThisProcess() {
        var before = Usage.of(ProcessHandle.current().pid());
        long end = System.nanoTime() + 200_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        assertThat(Usage.of(ProcessHandle.current().pid()).minus(before).cpuMillis())
                .isPositive();
    }
}
