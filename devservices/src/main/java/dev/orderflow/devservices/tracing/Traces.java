package dev.orderflow.devservices.tracing;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * What the collector keeps.
 *
 * @param collector its base URL
 */
public record Traces(String collector) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final TypeReference<List<SpanView>> SPANS = new TypeReference<>() {};

    /** The spans of all traces in which something happened to that order, in no order. */
    public List<SpanView> ofOrder(String order) {
        return get("order=" + order);
    }

    public List<SpanView> ofTrace(String traceId) {
        return get("trace=" + traceId);
    }

    private List<SpanView> get(String query) {
        URI uri = URI.create(collector + "/spans?" + query);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            return Json.MAPPER.readValue(body, SPANS);
        } catch (IOException e) {
            throw new PartFailed(
                    "nobody collects traces at " + collector
                            + "; ./run does, unless ORDERFLOW_TRACES=off or OTEL_EXPORTER_OTLP_ENDPOINT names another"
                            + " collector",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted at " + uri, e);
        }
    }
}
