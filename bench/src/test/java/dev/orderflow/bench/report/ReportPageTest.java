package dev.orderflow.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final ObjectNode NOTHING = Json.object();

    @Test
    void drawsWhatBelongsTogetherAndTellsTheRest() {
        var report = Json.object().put("java", "25 <beta>");
        report.putObject("answered").put("count", 1000).put("p50", 2.5).put("p99", 10.0);

        var page = ReportPage.of(report, NOTHING);

        assertThat(page).contains("<tr><td>java<td>25 &lt;beta>", "<h3>answered</h3>");
        assertThat(page).contains("width=\"480.0\"").contains("width=\"120.0\"").contains(">1000</text>");
    }

    @Test
    void drawsWhatWasSeenEachSecondAsALine() {
        var report = Json.object();
        report.putArray("backlog").add(0).add(50).add(100);

        assertThat(ReportPage.of(report, NOTHING))
                .contains("<h3>backlog</h3>", "at most 100; 2 s")
                .contains("points=\"220.0,122.0 460.0,62.0 700.0,2.0\"");
    }

    @Test
    void tellsWhatBecameOfAnEarlierReport() {
        var earlier = Json.object().put("p50", 5.0).put("p99", "<20");

        assertThat(ReportPage.of(Json.object().put("p50", 2.5), earlier))
                .contains("<tr><td>p50<td>2.5<td>5.0<td>0.50\n", "<tr><td>p99<td>gone<td>&lt;20<td>\n");
    }

    @Test
    void comparesWithNothingUnlessAsked() {
        assertThat(ReportPage.of(Json.object().put("p50", 2.5), NOTHING)).doesNotContain("earlier");
    }
}
