package dev.orderflow.devservices.tracing;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.orderflow.devservices.http.Listing;
import dev.orderflow.devservices.http.PartyServer;
import dev.orderflow.devservices.http.Request;
import dev.orderflow.devservices.http.Response;
import dev.orderflow.devservices.http.Routes;
import dev.orderflow.devservices.http.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Takes spans over OTLP/HTTP with protobuf and shows those of one order or trace: {@code GET /spans?order=} and
 * {@code ?trace=}. They are in memory alone, and only the last.
 */
public final class TraceCollector {

    /** Of orders; a good seventy of them make an order. */
    private static final int MOST_SPANS = 40_000;

    private static final long MOST_BYTES = 16 << 20;

    /** Of one export, unpacked: a service sends some hundred spans at once. */
    private static final int LARGEST_EXPORT = 8 << 20;

    private static final String PROTOBUF = "application/x-protobuf";

    private final Shelf shelf = new Shelf(MOST_SPANS, MOST_BYTES);

    TraceCollector() {}

    public static void main(String[] args) throws IOException {
        TraceCollector collector = new TraceCollector();
        Routes routes = new Routes()
                .get("/health", request -> Response.ok(Map.of("status", "UP")))
                .post("/v1/traces", collector::take)
                .get("/spans", collector::show);
        PartyServer.serve(Settings.ofEnvironment().port(), routes, () -> {});
    }

    Response take(Request request) {
        if (!request.header("Content-Type").orElse("").startsWith(PROTOBUF)) {
            return refused(415, "only " + PROTOBUF + " is spoken here");
        }
        try {
            byte[] unpacked = unpacked(request);
            if (unpacked.length > LARGEST_EXPORT) {
                return refused(413, "more than " + LARGEST_EXPORT + " bytes");
            }
            shelf.add(Otlp.received(unpacked));
            // An answer without any field, in protobuf, is no byte.
            return new Response(200, "", Map.of("Content-Type", PROTOBUF));
        } catch (InvalidProtocolBufferException e) {
            return refused(400, "not an export of traces");
        } catch (IOException e) {
            return refused(400, "not gzip");
        }
    }

    /** No more of what is packed than tells that it is too much. */
    private static byte[] unpacked(Request request) throws IOException {
        boolean packed = request.header("Content-Encoding").orElse("").equals("gzip");
        return packed
                ? new GZIPInputStream(new ByteArrayInputStream(request.content())).readNBytes(LARGEST_EXPORT + 1)
                : request.content();
    }

    Listing show(Request request) {
        Optional<String> trace = request.query().get("trace");
        List<Kept> found = trace.map(shelf::ofTrace)
                .orElseGet(() -> shelf.ofKey(request.query().get("order").orElse("")));
        return new Listing(() -> found.stream().map(Otlp::view));
    }

    private static Response refused(int status, String why) {
        return Response.json(status, Map.of("message", why));
    }
}
