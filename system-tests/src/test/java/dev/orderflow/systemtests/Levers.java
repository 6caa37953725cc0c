package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What an operator pulls on one process. */
final class Levers {

    private final TestSystem system;
    private final String process;
    private final String token;

    Levers(TestSystem system, String process) {
        this.system = system;
        this.process = process;
        this.token = system.token("levers", "operator", null);
    }

    void pause(String channel, boolean paused) {
        put("/admin/channels/" + channel, "{\"paused\":%b}".formatted(paused));
    }

    void openIntake(boolean open) {
        put("/admin/intake", "{\"open\":%b}".formatted(open));
    }

    JsonNode audit(String subject) {
        var url = system.url(process) + "/admin/audit?subject=" + subject;
        return system.http().get(url, token).ok().get("items");
    }

    /** What that process says of a channel that brings events of the topic: 1.0 while it holds them back. */
    String heldBack(String topic) {
        var gauge = "orderflow_consumer_paused{channel=\"%s\"} ".formatted(topic);
        return system.http()
                .get(system.url(process) + "/q/metrics", null)
                .body()
                .lines()
                .filter(line -> line.startsWith(gauge))
                .map(line -> line.substring(gauge.length()))
                .findFirst()
                .orElse("");
    }

    private void put(String path, String json) {
        var answer = system.http().put(system.url(process) + path, token, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
