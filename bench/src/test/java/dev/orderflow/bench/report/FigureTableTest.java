package dev.orderflow.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.http.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    @Test
    void namesEachFigureByWhatLeadsToIt() {
        var report = Json.object().put("java", "25");
        report.putObject("saga").putObject("at 50").put("p99", 30.0);

        assertThat(FigureTable.of(report).rows())
                .containsEntry("saga, at 50, p99", "30.0")
                .containsEntry("java", "25");
    }

    @Test
    void tellsEachTryAndLeavesWhatWasSeenEachSecondToThePlots() {
        var stable = Json.object();
        stable.putArray("tries").addObject().put("stable", true);
        stable.putArray("backlog").add(1).add(2);

        assertThat(FigureTable.of(stable).rows()).containsOnly(Map.entry("tries 1, stable", "true"));
    }
}
