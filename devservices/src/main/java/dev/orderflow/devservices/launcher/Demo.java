package dev.orderflow.devservices.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.Catalogue;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.SampleOrder;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** One order from its placement to its delivery, as its timeline tells it. */
final class Demo {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String HAPPY_END = "DELIVERED";

    private final Api api;
    private int printed;
    private String status = "";

    private Demo(Api api) {
        this.api = api;
    }

    static Demo of(OrderflowSystem system) {
        String token = system.token(Welcome.CUSTOMER, Welcome.EMAIL, "customer");
        return new Demo(new Api(system.url(Service.ORDER), token));
    }

    /** @return whether the order was delivered in time */
    boolean run() {
        ObjectNode order =
                SampleOrder.of(List.of(Catalogue.products().getFirst().sku()));
        JsonNode placed = api.post("/orders", order, UUID.randomUUID().toString())
                .orFail("the order was not taken")
                .body();
        String path = "/orders/" + placed.path("id").asText();
        Console.say("Order " + placed.path("id").asText() + " over "
                + placed.at("/total/amount").asText() + " "
                + placed.at("/total/currency").asText());
        Wait.until(() -> isSettled(path), TIMEOUT);
        printNews(path);
        boolean delivered = status.equals(HAPPY_END);
        Console.say(delivered ? "Delivered." : "Not delivered within " + TIMEOUT.toSeconds() + " s: it is " + status);
        return delivered;
    }

    private boolean isSettled(String path) {
        printNews(path);
        status = api.get(path)
                .orFail("the order can't be read")
                .body()
                .path("status")
                .asText();
        return status.equals(HAPPY_END) || status.equals("CANCELLED");
    }

    private void printNews(String path) {
        JsonNode timeline =
                api.get(path + "/timeline").orFail("the timeline can't be read").body();
        for (; printed < timeline.size(); printed++) {
            JsonNode entry = timeline.get(printed);
            Console.say(String.format(
                    "  %s  %-13s %-24s %s",
                    entry.path("at").asText(),
                    entry.path("service").asText(),
                    entry.path("event").asText(),
                    entry.path("summary").asText()));
        }
    }
}
