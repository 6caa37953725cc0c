package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.ReportText;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One round of every fault, two replicas of every service. What {@code ./run drill} does longer. */
class DrillIT {

    /** What is promised of a machine that has time for it is 15 s; a busy one takes longer without losing anything. */
    private static final Duration FINAL_WITHIN = Duration.ofSeconds(45);

    private static final Path DATA = Path.of("target", "drill");

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        var plan = new DrillPlan(20_260_301, Duration.ofSeconds(60), 2, 3, FINAL_WITHIN);

        var report = new OwnSystem(DATA).drilled(plan, (drill, system) -> drill.run(system, System.out::println));

        assertThat(report.violations()).as(ReportText.of(report)).isEmpty();
        assertThat(report.kills()).containsKeys("kafka", "postgres", "redis").hasSizeGreaterThanOrEqualTo(8);
        assertThat(report.outcomes()).containsKeys("DELIVERED", "CANCELLED", "RETURNED");
        assertThat(report.repeatedByDrill()).isPositive();
        assertThat(report.answersLost()).isPositive();
    }
}
