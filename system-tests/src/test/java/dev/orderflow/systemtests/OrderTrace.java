package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.tracing.SpanView;
import dev.orderflow.devservices.tracing.TraceNode;
import dev.orderflow.devservices.tracing.TraceText;
import dev.orderflow.devservices.tracing.Traces;
import dev.orderflow.systemtests.trace.ExpectedTrace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The trace of one order, which is recorded because its caller asks for that, as the collector has it by now. */
final class OrderTrace {

    private static final String CALLER = "00f067aa0ba902b7";
    private static final Duration POLL = Duration.ofMillis(250);

    private final Traces traces;
    private final String id = UUID.randomUUID().toString().replace("-", "");

    OrderTrace(TestSystem system) {
        this.traces = new Traces(system.url("traces"));
    }

    /** Answers the order's id. */
    String place(Shop shop, NewOrder order) {
        return shop.client()
                .orders()
                .place(order.request())
                .withHeader("traceparent", "00-" + id + "-" + CALLER + "-01")
                .execute()
                .id()
                .toString();
    }

    List<SpanView> spans() {
        return traces.ofTrace(id);
    }

    /** Spans of that name, as {@link ExpectedTrace#name} has it. */
    List<SpanView> named(String name) {
        return spans().stream()
                .filter(span -> ExpectedTrace.name(span).equals(name))
                .toList();
    }

    void await(String name) {
        Awaitility.await(name)
                .atMost(Shop.PATIENCE)
                .pollInterval(POLL)
                .until(() -> !named(name).isEmpty());
    }

    /**
     * One tree under the caller's span, with all that is expected and nothing else. What ends first is told first, so that a
     * part may hang in the air for a moment.
     */
    void assertIs(ExpectedTrace expected) {
        Awaitility.await("the whole trace")
                .atMost(Shop.PATIENCE)
                .pollInterval(POLL)
                .untilAsserted(() -> assertIs(expected, spans()));
    }

    private static void assertIs(ExpectedTrace expected, List<SpanView> spans) {
        var trees = TraceNode.trees(spans);
        assertThat(expected.missing(trees)).as(text(trees)).isEmpty();
        assertThat(expected.misplaced(trees)).as(text(trees)).isEmpty();
        assertThat(roots(trees)).as(text(trees)).containsExactly("order: POST /orders < " + CALLER);
        assertThat(spans).noneMatch(OrderTrace::holdsPersonalData);
    }

    private static List<String> roots(List<TraceNode> trees) {
        return trees.stream()
                .map(TraceNode::span)
                .map(span -> ExpectedTrace.name(span) + " < " + span.parentId())
                .toList();
    }

    private static boolean holdsPersonalData(SpanView span) {
        return Stream.of("Alice", "1 Main St", "@example.com", "tok_").anyMatch(span.toString()::contains);
    }

    private static String text(List<TraceNode> trees) {
        return "\n" + TraceText.of(trees);
    }
}
