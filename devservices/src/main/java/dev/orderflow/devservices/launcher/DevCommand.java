package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Preflight;
import dev.orderflow.devservices.system.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "dev",
        description = "Runs one service in dev mode, with live reload, and the others packaged.",
        mixinStandardHelpOptions = true)
final class DevCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SERVICE",
            description = "order, inventory, payment, shipping, notification, loyalty or" + " analytics.")
    private Service service;

    @Override
    public Integer call() {
        Options all = CheckoutOptions.find();
        OrderflowSystem system = OrderflowSystem.of(all);
        Optional<RunLock> lock = RunLock.take(system.layout());
        if (lock.isEmpty()) {
            Console.say("Orderflow is held by another ./run; end that one first, or: ./run kill " + service.module()
                    + " && ./mvnw quarkus:dev -pl " + service.module());
            return 1;
        }
        try (RunLock _ = lock.get()) {
            Startup others = Startup.of(all.withServices(others()));
            Custody custody = Custody.of(others.system());
            custody.during(() -> {
                makeRoom(system);
                others.run();
            });
            return new DevModeProcess(all, service).run();
        }
    }

    /** The packaged one, of a system that was left running, would hold the port. */
    private void makeRoom(OrderflowSystem system) {
        system.stop(service.module());
        Preflight.check(system, Set.of(service.module()));
    }

    private List<Service> others() {
        return Stream.of(Service.values()).filter(other -> other != service).toList();
    }
}
