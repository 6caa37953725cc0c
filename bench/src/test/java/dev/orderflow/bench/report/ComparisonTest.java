package dev.orderflow.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final ObjectNode report = report(30.0);

    @Test
    void tellsWhatBecameOfAnEarlierFigure() {
        assertThat(Comparison.of(report, report(60.0)).text())
                .contains("| saga, at 50, p99 | 30.0 | 60.0 | 0.50 |", "| java | 25 | 25 | 1.00 |");
    }

    @Test
    void comparesNothingWithWhatWasNotMeasuredBefore() {
        assertThat(Comparison.of(report, Json.object()).text()).contains("| saga, at 50, p99 | 30.0 | new | |");
    }

    @Test
    void tellsWhichEarlierFigureIsGone() {
        var earlier = report(60.0);
        earlier.putObject("sale").put("oversold", 0);

        assertThat(Comparison.of(report, earlier).text()).endsWith("| sale, oversold | gone | 0 | |");
    }

    @Test
    void hasNoRatioToZero() {
        assertThat(Comparison.of(report, report(0)).text()).contains("| saga, at 50, p99 | 30.0 | 0.0 | |");
    }

    private static ObjectNode report(double p99) {
        var report = Json.object().put("java", "25");
        report.putObject("saga").putObject("at 50").put("p99", p99);
        return report;
    }
}
