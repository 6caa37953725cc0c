package dev.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.bench.saga.Plan.Measure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PlanOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--rate 0 | --rate must be above 0",
                "--seconds -1 | --seconds must be above 0",
                "--accept-seconds 0 | --accept-seconds must be above 0",
                "--backlog 0 | --backlog must be above 0",
                "--parts speed | expected one of [SAGA, STABLE, ACCEPT, DRAIN, SALE, LIMITS, START]",
                "--rate fast | 'fast' is not a double",
                "--fsync off | Unknown options: '--fsync', 'off'"
            })
    void whatMakesNoSenseIsSaidBeforeAnythingIsStarted(String arguments, String message) {
        var said = new StringWriter();
        var line = Bench.line().setErr(new PrintWriter(said));

        assertThat(line.execute(arguments.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains(message);
    }

    @Test
    void acceptingLastsTenSecondsAtTheRateThatIsTheGoal() {
        var line = Bench.line();
        line.parseArgs();

        var plan = line.<Bench>getCommand().plan();
        assertThat(plan.accepting()).isEqualTo(Duration.ofSeconds(10));
        assertThat(plan.accepted()).isGreaterThanOrEqualTo(10 * 5_000);
    }

    @Test
    void partsAreMeasuredInTheirOrderAndOnce() {
        var line = Bench.line();
        line.parseArgs("--parts", "drain,saga,Drain");

        assertThat(line.<Bench>getCommand().plan().measures()).containsExactly(Measure.SAGA, Measure.DRAIN);
    }
}
