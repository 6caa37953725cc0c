package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.system.OrderflowSystem;

/**
 * Work that is done again until the services' code is compiled: until their compilers take less than a tenth of the
 * system's processor time, twice at least.
 */
public final class Laps {

    private static final int LEAST = 2;
    private static final double COMPILED = 0.1;

    private Laps() {}

    /**
     * The share of the compilers in the system's processor time, lap by lap.
     *
     * @param most laps, whatever the compilers still do then
     */
    public static ObjectNode run(OrderflowSystem system, int most, Runnable work) {
        var shares = Json.object();
        double share = 1;
        for (int lap = 1; lap <= LEAST || share > COMPILED && lap <= most; lap++) {
            var before = used(system);
            work.run();
            var used = used(system).minus(before);
            share = (double) used.compilerMillis() / used.cpuMillis();
            shares.put("compilers' share in lap " + lap, Figures.rounded(share));
        }
        return shares;
    }

    private static Usage used(OrderflowSystem system) {
        return Footprint.SYSTEM.stream()
                .map(name -> new ChildProcess(system.layout(), name))
                .map(process -> Usage.of(process.pids().toList()))
                .reduce(Usage.NONE, Usage::plus);
    }
}
