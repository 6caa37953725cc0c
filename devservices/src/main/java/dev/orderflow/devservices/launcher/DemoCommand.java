package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.PartStatus;
import dev.orderflow.devservices.system.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = "Places an order and prints its timeline; succeeds when it is delivered.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Options options = Context.options();
        Startup startup = Startup.of(options);
        if (isReady(startup.system())) {
            return Demo.of(startup.system()).run() ? 0 : 1;
        }
        Custody custody = Custody.of(startup.system());
        custody.during(startup::run);
        // The system is still in this launcher's custody, so it is ended on return.
        return Demo.of(startup.system()).run() ? 0 : 1;
    }

    private static boolean isReady(OrderflowSystem system) {
        return system.status().stream()
                .filter(part -> part.name().equals(Service.ORDER.module()))
                .anyMatch(PartStatus::ready);
    }
}
