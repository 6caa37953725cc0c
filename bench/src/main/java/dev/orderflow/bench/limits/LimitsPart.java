package dev.orderflow.bench.limits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.util.function.Consumer;

/** What the machine could do at most, in the same run: its disk, its database and its broker by themselves. */
public final class LimitsPart {

    private final OrderflowSystem system;
    private final Consumer<String> progress;

    public LimitsPart(OrderflowSystem system, Consumer<String> progress) {
        this.system = system;
        this.progress = progress;
    }

    /** @param eventBytes as large are the records that Kafka takes */
    public ObjectNode run(int eventBytes) {
        var node = Json.object();
        progress.accept("  the disk");
        node.set("fsync", Figures.times(new Disk(system.layout().root()).syncs()));
        progress.accept("  Postgres");
        node.set("insertsOfAnOrderAndItsEvent", new Inserts(system).run());
        progress.accept("  Kafka");
        node.set("records", new Producing(system.endpoints().kafkaBootstrap()).run(eventBytes));
        return node;
    }
}
