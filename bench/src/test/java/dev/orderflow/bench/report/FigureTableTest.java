package dev.orderflow.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    private final ObjectNode report = report(30.0);

    @Test
    void namesEachFigureByWhatLeadsToIt() {
        assertThat(FigureTable.of(report).rows())
                .containsEntry("saga, at 50, p99", "30.0")
                .containsEntry("java", "25");
    }

    @Test
    void tellsWhatBecameOfAnEarlierFigure() {
        assertThat(FigureTable.compared(report, report(60.0)).text())
                .contains("| saga, at 50, p99 | 30.0 | 60.0 | 0.50 |", "| java | 25 | 25 | 1.00 |");
    }

    @Test
    void comparesNothingWithWhatWasNotMeasuredBefore() {
        assertThat(FigureTable.compared(report, Json.object()).text()).contains("| saga, at 50, p99 | 30.0 | new | |");
    }

    @Test
    void tellsEachTryAndLeavesWhatWasSeenEachSecondToThePlots() {
        var stable = Json.object();
        stable.putArray("tries").addObject().put("stable", true);
        stable.putArray("backlog").add(1).add(2);

        assertThat(FigureTable.of(stable).rows()).containsOnly(Map.entry("tries 1, stable", "true"));
    }

    private static ObjectNode report(double p99) {
        var report = Json.object().put("java", "25");
        report.putObject("saga").putObject("at 50").put("p99", p99);
        return report;
    }
}
