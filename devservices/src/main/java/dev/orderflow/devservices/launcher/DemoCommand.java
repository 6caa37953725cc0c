package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.PartStatus;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = "Places an order and prints its timeline; succeeds when it is delivered.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Options options = CheckoutOptions.find();
        Startup startup = Startup.of(options);
        if (isReady(startup.system())) {
            // Who runs the services in dev mode has loaded no products yet.
            startup.loadCatalogue();
            return Demo.of(startup.system()).run() ? 0 : 1;
        }
        Optional<RunLock> lock = RunLock.take(startup.system().layout());
        if (lock.isEmpty()) {
            Console.say("Orderflow is held by another ./run and is not ready; ./run status shows what is missing");
            return 1;
        }
        try (RunLock _ = lock.get()) {
            Custody custody = Custody.of(startup.system());
            custody.during(startup::run);
            // The system is still in this launcher's custody, so it is ended on return.
            return Demo.of(startup.system()).run() ? 0 : 1;
        }
    }

    private static boolean isReady(OrderflowSystem system) {
        return system.status().stream().allMatch(PartStatus::ready);
    }
}
