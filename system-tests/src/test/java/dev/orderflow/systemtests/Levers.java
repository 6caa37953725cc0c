package dev.orderflow.systemtests;

import dev.orderflow.client.Admin;
import dev.orderflow.client.OrderflowClient;
import dev.orderflow.client.Service;
import dev.orderflow.client.model.AuditEntry;
import dev.orderflow.client.model.AuditFilter;
import java.util.List;
import java.util.Locale;

/** What an operator pulls on one process. */
final class Levers {

    private final TestSystem system;
    private final String process;
    private final OrderflowClient client;

    Levers(TestSystem system, String process) {
        this.system = system;
        this.process = process;
        this.client = system.client(system.token("levers", "operator", null), process);
    }

    private Admin admin() {
        return client.admin(Service.valueOf(process.split("-")[0].toUpperCase(Locale.ROOT)));
    }

    void pause(String channel, boolean paused) {
        admin().changeChannel(channel, paused).execute();
    }

    void openIntake(boolean open) {
        client.orderAdmin().changeIntake(open).execute();
    }

    List<AuditEntry> audit(String subject) {
        return admin().audit(AuditFilter.all().about(subject)).stream().toList();
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
}
