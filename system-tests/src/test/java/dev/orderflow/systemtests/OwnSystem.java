package dev.orderflow.systemtests;

import dev.orderflow.devservices.drill.Drill;
import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.Report;
import dev.orderflow.devservices.drill.ReportFiles;
import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.io.IOException;
import java.nio.file.Path;

/** A fresh system for one drill, beside that of the other tests. Its data, its logs and the report stay. */
record OwnSystem(Path data) {

    static final int PORT_OFFSET = 22_000;

    @FunctionalInterface
    interface Use {

        Report of(Drill drill, OrderflowSystem system) throws InterruptedException;
    }

    Report drilled(DrillPlan plan, Use use) throws IOException, InterruptedException {
        Trees.delete(data);
        try (var drill = Drill.of(plan, Options.at(data, PORT_OFFSET))) {
            var system = OrderflowSystem.of(drill.options()).ownedByThisJvm();
            try {
                system.start();
                var report = use.of(drill, system);
                ReportFiles.write(report, data);
                return report;
            } finally {
                system.stop();
            }
        }
    }
}
