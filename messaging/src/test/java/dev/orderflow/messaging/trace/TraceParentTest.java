package dev.orderflow.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void writesWhatItHasRead() {
        var span = Span.fromContext(TraceParent.parse(HEADER)).getSpanContext();

        assertThat(span.isRemote()).isTrue();
        assertThat(span.isSampled()).isTrue();
        assertThat(TraceParent.of(span)).isEqualTo(HEADER);
        assertThat(TraceParent.traceId(HEADER)).contains("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void keepsTheDecisionNotToSample() {
        var unsampled = HEADER.substring(0, HEADER.length() - 2) + "00";

        assertThat(TraceParent.of(Span.fromContext(TraceParent.parse(unsampled)).getSpanContext()))
                .isEqualTo(unsampled);
    }

    @Test
    void hasNoneWithoutASpan() {
        assertThat(TraceParent.of(SpanContext.getInvalid())).isNull();
        assertThat(TraceParent.current()).isNull();
    }

    @Test
    void tellsWhetherSomebodyRecordsIt() {
        var unsampled = HEADER.substring(0, HEADER.length() - 2) + "02";

        assertThat(TraceParent.isSampled(HEADER)).isTrue();
        assertThat(TraceParent.isSampled(unsampled)).isFalse();
        assertThat(TraceParent.ifSampled(HEADER)).isEqualTo(HEADER);
        assertThat(TraceParent.ifSampled(unsampled)).isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void startsANewTraceBehindAMalformedHeader(String header) {
        assertThat(Span.fromContext(TraceParent.parse(header)).getSpanContext().isValid())
                .isFalse();
        assertThat(TraceParent.traceId(header)).isEmpty();
        assertThat(TraceParent.isSampled(header)).isFalse();
    }
}
