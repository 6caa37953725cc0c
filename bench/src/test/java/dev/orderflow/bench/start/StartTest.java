package dev.orderflow.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartTest {

    @Test
    void isToldByTheMiddleOfSeveral() {
        var starts = List.of(new Start(3.0, 120), new Start(1.0, 200), new Start(2.0, 100));

        assertThat(Start.medianSeconds(starts)).isEqualTo(2.0);
        assertThat(Start.medianMegabytes(starts)).isEqualTo(120);
    }

    @Test
    void readsTheMemoryThatAProcessHolds() {
        assertThat(Resident.megabytes("Name:\tjava\nVmPeak:\t 9999999 kB\nVmRSS:\t  204800 kB\nVmData:\t1 kB\n"))
                .isEqualTo(200);
    }
}
