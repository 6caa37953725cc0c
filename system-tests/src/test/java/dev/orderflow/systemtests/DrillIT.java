package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.ReportText;
import dev.orderflow.devservices.drill.check.Comeback;
import dev.orderflow.devservices.system.Service;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The calm round, then one of every fault, two replicas of every service. What {@code ./run drill} does longer. */
@Tag("alone")
class DrillIT {

    /** What is promised of a machine that has time for it is 15 s; a busy one takes longer without losing anything. */
    private static final Duration FINAL_WITHIN = Duration.ofSeconds(45);

    /**
     * Twice what is promised, for a machine that starts services at half the speed. Not the 45 s as well: where only one
     * service was away, leases and outside parties take most of the time, and theirs is the same everywhere. And the round
     * takes this five times.
     */
    private static final Duration CALM = Duration.ofSeconds(30);

    private static final Path DATA = Path.of("target", "drill");

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        var plan = new DrillPlan(20_260_301, Duration.ofSeconds(60), 2, 3, FINAL_WITHIN, CALM);

        var report = new OwnSystem(DATA).drilled(plan, (drill, system) -> drill.run(system, System.out::println));

        assertThat(report.violations()).as(ReportText.of(report)).isEmpty();
        assertThat(report.comebacks())
                .extracting(Comeback::service)
                .containsExactlyInAnyOrder(
                        Service.ORDER, Service.INVENTORY, Service.PAYMENT, Service.SHIPPING, Service.NOTIFICATION);
        assertThat(report.kills()).containsKeys("kafka", "postgres", "redis").hasSizeGreaterThanOrEqualTo(8);
        assertThat(report.outcomes()).containsKeys("DELIVERED", "CANCELLED", "RETURNED");
        assertThat(report.repeatedByDrill()).isPositive();
        assertThat(report.answersLost()).isPositive();
    }
}
