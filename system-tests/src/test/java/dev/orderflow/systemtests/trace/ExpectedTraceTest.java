package dev.orderflow.systemtests.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.tracing.SpanView;
import dev.orderflow.devservices.tracing.TraceNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedTraceTest {

    private static final ExpectedTrace EXPECTED = ExpectedTrace.of("""
            order: publish < order: POST
            payment: process < order: publish | payment: webhook
            ? payment: webhook < order: publish
            """);

    @Test
    void isContentWithATreeThatIsAsItSays() {
        var trees = trees(span("a", null, "POST"), span("b", "a", "publish"), span("c", "b", "payment", "process"));

        assertThat(EXPECTED.missing(trees)).isEmpty();
        assertThat(EXPECTED.misplaced(trees)).isEmpty();
    }

    @Test
    void findsWhatIsMissing() {
        assertThat(EXPECTED.missing(trees(span("a", null, "POST"), span("b", "a", "publish"))))
                .containsExactly("payment: process");
    }

    @Test
    void findsWhatIsElsewhereOrUnheardOf() {
        var trees = trees(span("a", null, "POST"), span("c", "a", "payment", "process"), span("d", "a", "guess"));

        assertThat(EXPECTED.misplaced(trees))
                .containsExactlyInAnyOrder("payment: process < order: POST", "order: guess < order: POST");
    }

    @Test
    void takesAnotherNameForASpan() {
        var trees = trees(span("a", null, "POST"), span("b", "a", "republish"), span("c", "b", "payment", "process"));
        var renamed = EXPECTED.renamed("order: publish", "order: republish");

        assertThat(renamed.missing(trees)).isEmpty();
        assertThat(renamed.misplaced(trees)).isEmpty();
        assertThat(EXPECTED.missing(trees)).containsExactly("order: publish");
    }

    private static List<TraceNode> trees(SpanView... spans) {
        return TraceNode.trees(List.of(spans));
    }

    private static SpanView span(String id, String parent, String name) {
        return span(id, parent, "order", name);
    }

    private static SpanView span(String id, String parent, String service, String name) {
        return new SpanView("t", id, parent, service, name, "INTERNAL", 0, 1, null, Map.of(), List.of());
    }
}
