package dev.orderflow.devservices.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.check.Comeback;
import dev.orderflow.devservices.drill.check.Invariants;
import dev.orderflow.devservices.drill.check.Span;
import dev.orderflow.devservices.drill.check.Violation;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.schedule.Fault;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static Report report(Violation... violations) {
        return new Report(
                new DrillPlan(7, Duration.ofMinutes(1), 2, 4),
                NOON,
                NOON.plusSeconds(90),
                List.of(
                        done(new Fault.Kill("redis", Duration.ofSeconds(1)), "redis"),
                        done(new Fault.Kill("kafka", Duration.ofSeconds(1)), "kafka"),
                        done(new Fault.Kill("kafka", Duration.ofSeconds(1)), "kafka"),
                        done(new Fault.FlushRedis(), "redis")),
                Map.of("DELIVERED", 12L, "CANCELLED", 3L),
                40,
                100,
                5,
                6,
                3,
                Duration.ofMillis(6_100),
                Duration.ofMillis(1_300),
                Duration.ofMillis(4_200),
                Duration.ofSeconds(2),
                List.of(new Recovery("redis", NOON.plusSeconds(8), 9, Duration.ofMillis(2_500), false)),
                List.of(new Comeback(
                        Service.PAYMENT,
                        NOON.plusSeconds(8),
                        List.of(new Span("a", NOON.plusSeconds(7), NOON.plusMillis(13_300))))),
                Invariants.words(),
                List.of(violations));
    }

    private static Done done(Fault fault, String process) {
        return new Done(Duration.ofSeconds(5), fault, List.of(process), NOON.plusSeconds(6), NOON.plusSeconds(8), "");
    }

    @Test
    void saysThatADrillHasPassedOnlyIfNothingWasViolated() {
        Violation violation = new Violation(Invariants.words().getFirst(), "order a", "final", "PENDING");

        assertThat(report().passed()).isTrue();
        assertThat(ReportText.of(report()))
                .startsWith("Drill with seed 7: passed\n")
                .doesNotContain("BROKEN");
        assertThat(report(violation).passed()).isFalse();
        assertThat(ReportText.of(report(violation)))
                .startsWith("Drill with seed 7: FAILED\n")
                .contains("BROKEN " + violation.invariant() + "\n")
                .contains("order a: expected final, seen PENDING");
    }

    @Test
    void countsKillsByProcess() {
        assertThat(report().kills()).isEqualTo(Map.of("redis", 1L, "kafka", 2L));
        assertThat(ReportText.of(report())).contains("3 (2 kafka, 1 redis)").contains("4.2 s after the last fault");
        assertThat(ReportText.of(report()))
                .contains("  2.5 s  redis, 9 orders\n")
                .contains("nothing else wrong (15.0 s are allowed)\n    5.3 s  payment, 1 orders\n");
        assertThat(ReportText.of(report()))
                .contains("6.1 s after it began and the last fault that it met (15.0 s are allowed)")
                .contains("machine stalled  1.3 s");
    }

    @Test
    void isWrittenForPeopleAndForPrograms(@TempDir Path directory) throws Exception {
        ReportFiles.write(report(), directory);

        var json = Json.read(Files.readAllBytes(directory.resolve("drill-report.json")));
        assertThat(Files.readString(directory.resolve("drill-report.txt"))).isEqualTo(ReportText.of(report()));
        assertThat(json.path("seed").asLong()).isEqualTo(7);
        assertThat(json.at("/kills/kafka").asLong()).isEqualTo(2);
        assertThat(json.path("faults")).hasSize(4);
        assertThat(json.at("/recoveries/0/untilFinalMillis").asLong()).isEqualTo(2_500);
        assertThat(json.at("/comebacks/0/untilFinalMillis").asLong()).isEqualTo(5_300);
        assertThat(json.path("passed").asBoolean()).isTrue();
    }
}
