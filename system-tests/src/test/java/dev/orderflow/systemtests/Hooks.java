package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

/** A customer's endpoint for events, and what was sent there. */
final class Hooks {

    private final TestSystem system;
    private final String token;

    /** @param token the customer's */
    Hooks(TestSystem system, String token) {
        this.system = system;
        this.token = token;
    }

    /** Nobody need listen there. */
    void open(String url) {
        var preferences = "{\"locale\": \"en\", \"channels\": [\"EMAIL\", \"WEBHOOK\"], \"webhookUrl\": \"%s\"}";
        system.http()
                .put(system.url("notification") + "/preferences", token, preferences.formatted(url))
                .ok();
    }

    /** The newest delivery's id, once there is one. */
    String awaitDelivery() {
        var list = system.url("notification") + "/webhook-deliveries";
        return await().atMost(Shop.PATIENCE)
                .until(
                        () -> system.http()
                                .get(list, token)
                                .ok()
                                .at("/items/0/id")
                                .asText(),
                        id -> !id.isEmpty());
    }
}
