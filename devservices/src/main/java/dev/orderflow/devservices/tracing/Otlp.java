package dev.orderflow.devservices.tracing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The protocol's messages, as what is kept and as what is shown. */
final class Otlp {

    private static final String SERVICE_NAME = "service.name";
    private static final String KIND_PREFIX = "SPAN_KIND_";

    private Otlp() {}

    /** @throws InvalidProtocolBufferException if the bytes are no request to export traces */
    static List<Kept> received(byte[] request) throws InvalidProtocolBufferException {
        return ExportTraceServiceRequest.parseFrom(request).getResourceSpansList().stream()
                .flatMap(Otlp::spans)
                .toList();
    }

    private static Stream<Kept> spans(ResourceSpans told) {
        String service = value(told.getResource().getAttributesList(), SERVICE_NAME)
                .map(String::intern)
                .orElse("unknown");
        return told.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> kept(span, service));
    }

    private static Kept kept(Span span, String service) {
        String key = value(span.getAttributesList(), SpanView.KEY).orElse(null);
        return new Kept(hex(span.getTraceId()), key, service, span.toByteArray());
    }

    static SpanView view(Kept kept) {
        Span span = parsed(kept);
        return new SpanView(
                kept.traceId(),
                hex(span.getSpanId()),
                span.getParentSpanId().isEmpty() ? null : hex(span.getParentSpanId()),
                kept.service(),
                span.getName(),
                span.getKind().name().replace(KIND_PREFIX, ""),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                error(span.getStatus()),
                attributes(span),
                span.getLinksList().stream().map(Otlp::link).toList());
    }

    private static Span parsed(Kept kept) {
        try {
            return Span.parseFrom(kept.span());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was written here can't be read", e);
        }
    }

    private static String error(Status status) {
        return switch (status.getCode()) {
            case STATUS_CODE_ERROR -> status.getMessage().isEmpty() ? "error" : status.getMessage();
            case STATUS_CODE_OK, STATUS_CODE_UNSET, UNRECOGNIZED -> null;
        };
    }

    private static Map<String, String> attributes(Span span) {
        Map<String, String> attributes = new TreeMap<>();
        span.getAttributesList().forEach(each -> attributes.put(each.getKey(), text(each.getValue())));
        return attributes;
    }

    private static SpanView.Link link(Span.Link link) {
        return new SpanView.Link(hex(link.getTraceId()), hex(link.getSpanId()));
    }

    private static Optional<String> value(List<KeyValue> attributes, String name) {
        return attributes.stream()
                .filter(each -> each.getKey().equals(name))
                .map(each -> text(each.getValue()))
                .findFirst();
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> Long.toString(value.getIntValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            default -> value.toString().strip();
        };
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
