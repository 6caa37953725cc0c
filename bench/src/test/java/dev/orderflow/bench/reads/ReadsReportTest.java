package dev.orderflow.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.bench.load.Request;
import dev.orderflow.devservices.system.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReadsReportTest {

    private static final PlanFigures PLAN = new PlanFigures(List.of(), 1, 0, 0, 0, 1, 1);

    @Test
    void judgesTheMedianInTheDatabaseAndShowsTheSlowestBeside() {
        assertThat(slow(measured(1_000, 1, 1, 9))).isEmpty();
        assertThat(slow(measured(1_000, 1, 4, 9)))
                .containsExactly(
                        "order, timeline: 4.00 ms in the database (median; 9.00 at most), 1.0 ms over HTTP (p99)");
    }

    @Test
    void judgesTheSlowestButOneInAHundredOverHttp() {
        assertThat(slow(measured(9_990, 1))).isEmpty();
        assertThat(slow(measured(10_100, 1))).singleElement().asString().endsWith("10.1 ms over HTTP (p99)");
    }

    private static List<String> slow(Measured measured) {
        return new ReadsReport(List.of(measured), null, List.of()).slow();
    }

    private static Measured measured(long httpMicros, double... millis) {
        var executions = Arrays.stream(millis)
                .mapToObj(each -> new Executed("order", 1, "SELECT", each, PLAN))
                .toList();
        var calls = List.of(Request.get("http://localhost/orders/1/timeline", Map.of()));
        var http = new Histogram(60_000_000, 3);
        http.recordValue(httpMicros);
        return new Measured(
                new Read(Service.ORDER, "timeline", 200, calls), List.of(new Statement(executions)), Map.of(), http);
    }
}
