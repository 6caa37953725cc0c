package dev.orderflow.devservices.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.orderflow.devservices.http.Form;
import dev.orderflow.devservices.http.Request;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TraceCollectorTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PROTOBUF = "application/x-protobuf";

    private final TraceCollector collector = new TraceCollector();

    @Test
    void showsAnOrdersSpansAsTheyWereTold() {
        var answer = collector.take(post(PROTOBUF, "", export().toByteArray()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", PROTOBUF);
        assertThat(shown("order=order-1"))
                .singleElement()
                .isEqualTo(new SpanView(
                        TRACE,
                        "b7ad6b7169203331",
                        "00f067aa0ba902b7",
                        "payment",
                        "task confirm-intent",
                        "CLIENT",
                        5,
                        9,
                        "TimeoutException",
                        Map.of(SpanView.KEY, "order-1", "orderflow.task.attempt", "2"),
                        List.of(new SpanView.Link(TRACE, "00f067aa0ba902b8"))));
        assertThat(shown("trace=" + TRACE)).isEqualTo(shown("order=order-1"));
        assertThat(shown("order=order-2")).isEmpty();
    }

    @Test
    void takesWhatIsCompressed() throws IOException {
        var packed = packed(export().toByteArray());

        assertThat(collector.take(post(PROTOBUF, "gzip", packed)).status()).isEqualTo(200);

        assertThat(shown("order=order-1")).hasSize(1);
    }

    @Test
    void refusesWhatItDoesNotSpeak() {
        assertThat(collector.take(post("application/json", "", new byte[0])).status())
                .isEqualTo(415);
        assertThat(collector.take(post(PROTOBUF, "", "no protobuf".getBytes())).status())
                .isEqualTo(400);
        assertThat(collector.take(post(PROTOBUF, "gzip", "no gzip".getBytes())).status())
                .isEqualTo(400);
    }

    /** A thousandth of it, packed. */
    @Test
    void refusesWhatUnpacksToMoreThanItTakes() throws IOException {
        var packed = packed(new byte[8_500_000]);

        assertThat(packed).hasSizeLessThan(10_000);
        assertThat(collector.take(post(PROTOBUF, "gzip", packed)).status()).isEqualTo(413);
        assertThat(collector.take(post(PROTOBUF, "", new byte[8_500_000])).status())
                .isEqualTo(413);
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private List<SpanView> shown(String query) {
        var request = new Request("GET", "/spans", Map.of(), Form.parse(query), Map.of(), new byte[0]);
        try (var items = collector.show(request).items().get()) {
            return items.map(SpanView.class::cast).toList();
        }
    }

    private static Request post(String type, String encoding, byte[] content) {
        var headers = Map.of("content-type", type, "content-encoding", encoding);
        return new Request("POST", "/v1/traces", Map.of(), Form.parse(""), headers, content);
    }

    private static ExportTraceServiceRequest export() {
        var span = Span.newBuilder()
                .setTraceId(id(TRACE))
                .setSpanId(id("b7ad6b7169203331"))
                .setParentSpanId(id("00f067aa0ba902b7"))
                .setName("task confirm-intent")
                .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
                .setStartTimeUnixNano(5)
                .setEndTimeUnixNano(9)
                .setStatus(Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                        .setMessage("TimeoutException"))
                .addAttributes(text(SpanView.KEY, "order-1"))
                .addAttributes(KeyValue.newBuilder()
                        .setKey("orderflow.task.attempt")
                        .setValue(AnyValue.newBuilder().setIntValue(2)))
                .addLinks(Span.Link.newBuilder().setTraceId(id(TRACE)).setSpanId(id("00f067aa0ba902b8")));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(text("service.name", "payment")))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static KeyValue text(String name, String value) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static ByteString id(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
