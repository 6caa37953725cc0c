package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.Drill;
import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.Report;
import dev.orderflow.devservices.drill.ReportFiles;
import dev.orderflow.devservices.drill.ReportText;
import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One round of every fault, two replicas of every service. What {@code ./run drill} does longer. */
class DrillIT {

    private static final int PORT_OFFSET = 22_000;
    /** What is promised of a machine that has time for it is 15 s; a busy one takes longer without losing anything. */
    private static final Duration FINAL_WITHIN = Duration.ofSeconds(45);

    private static final Path DATA = Path.of("target", "drill");

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        var report = drill(new DrillPlan(20_260_301, Duration.ofSeconds(60), 2, 3, FINAL_WITHIN));

        assertThat(report.violations()).as(ReportText.of(report)).isEmpty();
        assertThat(report.kills()).containsKeys("kafka", "postgres", "redis").hasSizeGreaterThanOrEqualTo(8);
        assertThat(report.outcomes()).containsKeys("DELIVERED", "CANCELLED", "RETURNED");
        assertThat(report.repeatedByDrill()).isPositive();
        assertThat(report.answersLost()).isPositive();
    }

    private static Report drill(DrillPlan plan) throws Exception {
        Trees.delete(DATA);
        try (var drill = Drill.of(plan, Options.at(DATA, PORT_OFFSET))) {
            var system = OrderflowSystem.of(drill.options()).ownedByThisJvm();
            try {
                system.start();
                var report = drill.run(system, System.out::println);
                ReportFiles.write(report, DATA);
                return report;
            } finally {
                system.stop();
            }
        }
    }
}
