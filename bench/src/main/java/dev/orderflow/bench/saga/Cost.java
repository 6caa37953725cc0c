package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;

/**
 * What so many delivered orders have cost, each. What the system does while it waits is part of it, and so is what the
 * JVMs' compilers still do.
 */
final class Cost {

    private Cost() {}

    static ObjectNode each(Footprint used, long orders, double seconds) {
        var node = Json.object()
                .put("orders", orders)
                .put("cpuMillis", Figures.rounded((double) used.systemCpuMillis() / orders))
                .put("cpuMillisOfTheFive", Figures.rounded((double) used.cpuMillisOfTheFive() / orders))
                .put("compilerMillis", Figures.rounded((double) used.compilerMillis() / orders))
                .put("walBytes", used.walBytes() / orders)
                .put("kafkaBytes", used.kafkaBytes() / orders)
                .put("transactions", Figures.rounded((double) used.transactions() / orders))
                .put("statements", Figures.rounded((double) used.statements().calls() / orders))
                .put("cpusBusy", Figures.rounded(used.systemCpuMillis() / seconds / 1e3));
        node.set("postgresBytesWritten", used.written().each(orders));
        var byService = node.putObject("statementsByService");
        used.statements()
                .callsByService()
                .forEach((service, calls) -> byService.put(service, Figures.rounded((double) calls / orders)));
        node.set("statementsEach", used.statements().callsEach(orders));
        node.set("statementMillisEach", used.statements().millisEach(orders));
        node.set("statementWalBytesEach", used.statements().walBytesEach(orders));
        var byProcess = node.putObject("cpuMillisByProcess");
        used.processes()
                .forEach((name, usage) -> byProcess.put(name, Figures.rounded((double) usage.cpuMillis() / orders)));
        return node;
    }
}
