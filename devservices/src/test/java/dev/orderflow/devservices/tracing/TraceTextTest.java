package dev.orderflow.devservices.tracing;

import static dev.orderflow.devservices.tracing.Told.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTextTest {

    @Test
    void drawsATreeWithTimesSinceTheFirstSpan() {
        List<SpanView> spans = List.of(
                span("a", null, 1_000, 1_010, Map.of("http.response.status_code", "201")),
                span("b", "a", 1_004, 1_006),
                span("c", "b", 1_005, 1_500),
                span("d", "a", 1_007, 1_008));

        assertThat(TraceText.of(TraceNode.trees(spans))).isEqualTo("""
                Trace 0af7651916cd43dd8448eb211c80319c: 4 spans in 500.0 ms
                    at ms   took ms  service       span
                      0.0      10.0  order         span a  [201]
                      4.0       2.0  order         |- span b
                      5.0     495.0  order         |  `- span c
                      7.0       1.0  order         `- span d
                """);
    }

    @Test
    void tellsRetriesFailuresAndWhatIsMissing() {
        SpanView first =
                Told.failed(span("a", "lost", 0, 1, Map.of("orderflow.task.attempt", "1")), "TimeoutException");
        SpanView second = span("b", "lost", 2, 3, Map.of("orderflow.task.attempt", "2"));

        assertThat(TraceText.of(TraceNode.trees(List.of(first, second))))
                .contains("span a  [failed: TimeoutException]  [under lost, which nobody has told]")
                .contains("span b  [attempt 2]  [under lost, which nobody has told]");
    }

    @Test
    void tellsWhichOtherTracesASpanIsLinkedTo() {
        SpanView one = Told.linked(span("a", null, 0, 1), "4bf92f3577b34da6a3ce929d0e0e4736");
        SpanView many = Told.linked(
                span("b", "a", 0, 1), "4bf92f3577b34da6a3ce929d0e0e4736", "another", "another", one.traceId());

        assertThat(TraceText.of(TraceNode.trees(List.of(one, many))))
                .contains("span a  [with trace 4bf92f35]")
                .contains("span b  [with trace 4bf92f35 and 1 more]");
    }
}
