package dev.orderflow.devservices.carrier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.http.Request;
import dev.orderflow.devservices.http.Response;
import dev.orderflow.devservices.http.Routes;
import dev.orderflow.devservices.webhook.Webhooks;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which call is answered by what, for whoever shows the key. */
record CarrierApi(String key, Depot depot, Shipments shipments, Webhooks webhooks) {

    private static final String SHIPMENTS = "/v2/shipments";
    private static final int DEFAULT_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    Routes routes() {
        return new Routes()
                .get("/health", request -> Response.ok(Map.of("status", "UP")))
                .add("PUT", "/control/webhook", guarded(this::redirectWebhooks))
                .post(SHIPMENTS, guarded(it -> shipment(201, shipments.create(it.json()))))
                .get(SHIPMENTS, guarded(this::list))
                .get(SHIPMENTS + "/{id}", guarded(it -> shipment(200, shipments.find(it.variable("id")))))
                .post(
                        SHIPMENTS + "/{id}/buy",
                        guarded(it -> shipment(200, shipments.buy(it.variable("id"), it.json()))))
                .post(SHIPMENTS + "/{id}/refund", guarded(it -> shipment(200, shipments.refund(it.variable("id")))))
                .get("/v2/trackers/{id}", guarded(this::tracker));
    }

    private static Response shipment(int status, Shipment shipment) {
        return Response.json(status, CarrierJson.shipment(shipment));
    }

    /** Newest first; {@code reference} finds what the caller named, {@code before_id} goes on. */
    private Response list(Request request) {
        Optional<String> reference = request.query().get("reference");
        Optional<String> before = request.query().get("before_id");
        int size = request.query().get("page_size").map(CarrierApi::pageSize).orElse(DEFAULT_PAGE);
        List<Shipment> all = reference.map(depot::shipments).orElseGet(depot::shipments);
        List<Shipment> found = all.reversed().stream()
                .dropWhile(it -> before.isPresent() && !it.id().equals(before.get()))
                .skip(before.isPresent() ? 1 : 0)
                .limit(size + 1L)
                .toList();
        ObjectNode page = Json.object();
        page.putArray("shipments")
                .addAll(found.stream().limit(size).map(CarrierJson::shipment).toList());
        return Response.ok(page.put("has_more", found.size() > size));
    }

    private Response tracker(Request request) {
        String id = request.variable("id");
        return depot.shipments().stream()
                .filter(it -> it.purchase()
                        .filter(bought -> bought.tracker().equals(id))
                        .isPresent())
                .findFirst()
                .map(it -> Response.ok(CarrierJson.tracker(it, it.purchase().orElseThrow())))
                .orElseThrow(CarrierError::notFound);
    }

    private Response redirectWebhooks(Request request) {
        webhooks.target(URI.create(request.json().path("url").asText()));
        return Response.ok(Json.object());
    }

    private Function<Request, Response> guarded(Function<Request, Response> handler) {
        return request -> {
            try {
                if (request.apiKey().filter(key::equals).isEmpty()) {
                    throw CarrierError.unauthorized();
                }
                return handler.apply(request);
            } catch (CarrierError refusal) {
                return refusal.response();
            }
        };
    }

    private static int pageSize(String text) {
        return text.matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(text), 1, LARGEST_PAGE) : DEFAULT_PAGE;
    }
}
