package dev.orderflow.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventSpansTest {

    private static final String FIRST = "00-" + "a".repeat(32) + "-b7ad6b7169203331-01";
    private static final String SECOND = "00-" + "b".repeat(32) + "-b7ad6b7169203331-01";
    private static final String UNSAMPLED = "00-" + "c".repeat(32) + "-b7ad6b7169203331-00";
    private static final String REQUEST = "00-" + "d".repeat(32) + "-b7ad6b7169203331-01";

    private final EndedSpans ended = new EndedSpans();
    private final EventSpans spans = new EventSpans(ended::tracer);

    @AfterEach
    void close() {
        ended.close();
    }

    @Test
    void eachEventGoesOnInTheTraceOfItsOwnOrder() {
        var first = start("order-1", FIRST);
        var second = start("order-2", SECOND);
        end();

        assertThat(ended.all()).extracting(SpanData::getTraceId).containsExactly("a".repeat(32), "b".repeat(32));
        assertThat(ended.all())
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331"));
        assertThat(List.of(first, second))
                .isEqualTo(ended.all().stream()
                        .map(SpanData::getSpanContext)
                        .map(TraceParent::of)
                        .toList());
        assertThat(ended.all())
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey(Spans.KEY)))
                .containsExactly("order-1", "order-2");
    }

    @Test
    void thoseThatAreHandledTogetherLinkToEachOther() {
        start("order-1", FIRST);
        start("order-2", SECOND);
        end();

        assertThat(linked(ended.all().getFirst())).containsExactly("b".repeat(32));
        assertThat(linked(ended.all().getLast())).containsExactly("a".repeat(32));
    }

    @Test
    void oneThatIsHandledAloneLinksToNothing() {
        start("order-1", FIRST);
        end();

        assertThat(linked(ended.all().getFirst())).isEmpty();
    }

    @Test
    void linksToTheRequestThatBroughtIt() {
        spans.start(SpanKind.INTERNAL, "webhook", new EventSpans.About("order-1", null, FIRST), REQUEST);
        end();

        assertThat(linked(ended.all().getFirst())).containsExactly("d".repeat(32));
    }

    @Test
    void whatNobodyRecordsHasNoSpanAndKeepsItsTrace() {
        assertThat(start("order-1", UNSAMPLED)).isEqualTo(UNSAMPLED);
        assertThat(start("order-2", null)).isNull();
        end();

        assertThat(ended.all()).isEmpty();
    }

    @Test
    void tellsOnlyTheTypeOfAFailure() {
        start("order-1", FIRST);
        var work = spans.during(Uni.createFrom().failure(new IllegalStateException("ada@example.com is unknown")));
        assertThatThrownBy(work.subscribe().asCompletionStage()::join)
                .hasRootCauseMessage("ada@example.com is unknown");

        var span = ended.all().getFirst();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEqualTo("IllegalStateException");
        assertThat(span.toString()).doesNotContain("ada@example.com");
    }

    /** Nobody knows what became of it. */
    @Test
    void whatNobodyWaitsForAnyMoreIsNoSuccess() {
        start("order-1", FIRST);
        spans.during(Uni.createFrom().nothing()).subscribe().with(done -> {}).cancel();

        var status = ended.all().getFirst().getStatus();
        assertThat(status.getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(status.getDescription()).isEqualTo("cancelled");
    }

    private void end() {
        spans.during(Uni.createFrom().voidItem())
                .subscribe()
                .asCompletionStage()
                .join();
    }

    private String start(String key, String traceparent) {
        return spans.start(SpanKind.CONSUMER, "process test.ticked", new EventSpans.About(key, "id", traceparent));
    }

    private static List<String> linked(SpanData span) {
        return span.getLinks().stream()
                .map(LinkData::getSpanContext)
                .map(context -> context.getTraceId())
                .toList();
    }
}
