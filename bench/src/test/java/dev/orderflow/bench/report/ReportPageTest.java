package dev.orderflow.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.http.Json;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    @Test
    void drawsWhatBelongsTogetherAndTellsTheRest() {
        var report = Json.object().put("java", "25 <beta>");
        report.putObject("answered").put("count", 1000).put("p50", 2.5).put("p99", 10.0);

        var page = ReportPage.of(report);

        assertThat(page).contains("<tr><td>java<td>25 &lt;beta>", "<h3>answered</h3>");
        assertThat(page).contains("width=\"480.0\"").contains("width=\"120.0\"").contains(">1000</text>");
    }

    @Test
    void drawsWhatWasSeenEachSecondAsALine() {
        var report = Json.object();
        report.putArray("backlog").add(0).add(50).add(100);

        assertThat(ReportPage.of(report))
                .contains("<h3>backlog</h3>", "at most 100; 2 s")
                .contains("points=\"220.0,122.0 460.0,62.0 700.0,2.0\"");
    }
}
