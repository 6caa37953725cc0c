package dev.orderflow.devservices.tracing;

import static dev.orderflow.devservices.tracing.Told.about;
import static dev.orderflow.devservices.tracing.Told.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceNodeTest {

    @Test
    void putsEachSpanBelowItsParentInTheOrderOfTheirStarts() {
        List<SpanView> spans =
                List.of(span("d", "b", 4, 5), span("c", "a", 3, 9), span("b", "a", 1, 2), span("a", null, 0, 1));

        assertThat(text(TraceNode.trees(spans))).isEqualTo("a(b(d) c)");
    }

    @Test
    void aSpanThatWasToldTwiceIsThereOnce() {
        List<SpanView> spans = List.of(span("a", null, 0, 1), span("b", "a", 1, 2), span("b", "a", 1, 2));

        assertThat(text(TraceNode.trees(spans))).isEqualTo("a(b)");
    }

    @Test
    void whatALostSpanLedToIsATreeOfItsOwn() {
        List<SpanView> spans = List.of(span("a", null, 0, 1), span("c", "lost", 2, 3));

        List<TraceNode> trees = TraceNode.trees(spans);

        assertThat(text(trees)).isEqualTo("a c");
        assertThat(trees).extracting(TraceNode::isOrphan).containsExactly(false, true);
    }

    @Test
    void leavesOutWhatHappenedToOthersOfTheSameRequest() {
        List<SpanView> spans = List.of(
                span("batch", null, 0, 9),
                span("redis", "batch", 1, 2),
                about("mine", "m", "batch", 2),
                span("call", "m", 3, 4),
                about("sku", "s", "m", 4),
                about("other", "o", "batch", 5),
                span("theirs", "o", 6, 7));

        assertThat(text(TraceNode.about("mine", TraceNode.trees(spans)))).isEqualTo("batch(redis m(call s))");
    }

    @Test
    void leavesOutTracesThatDoNotConcernIt() {
        assertThat(TraceNode.about("mine", TraceNode.trees(List.of(about("other", "a", null, 0)))))
                .isEmpty();
    }

    private static String text(List<TraceNode> nodes) {
        return nodes.stream().map(TraceNodeTest::text).collect(Collectors.joining(" "));
    }

    private static String text(TraceNode node) {
        return node.span().spanId() + (node.children().isEmpty() ? "" : "(" + text(node.children()) + ")");
    }
}
