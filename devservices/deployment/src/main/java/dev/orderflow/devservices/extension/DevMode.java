package dev.orderflow.devservices.extension;

import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Preflight;
import dev.orderflow.devservices.system.Service;
import java.util.HashSet;
import java.util.Set;

/**
 * The dev mode of a service as a user of the shared system: it joins with its first part and leaves with its last.
 *
 * @param parts what it needs of the system
 */
record DevMode(Service service, Options options, Set<String> parts) {

    /** Of this JVM, which runs one dev mode. A live reload keeps the parts and makes new objects of this type. */
    private static final Set<String> IN_USE = new HashSet<>();

    String description(String part) {
        return "A process shared with ./run and other dev modes; log: " + system().log(part);
    }

    void use(String part) {
        synchronized (IN_USE) {
            if (IN_USE.isEmpty()) {
                join();
            } else if (!IN_USE.contains(part)) {
                // A live reload needs what the start did not.
                system().startInfrastructure(Set.of(part));
            }
            IN_USE.add(part);
        }
    }

    void release(String part) {
        synchronized (IN_USE) {
            if (IN_USE.remove(part) && IN_USE.isEmpty()) {
                system().users().leave();
            }
        }
    }

    /** All parts start together, which takes as long as the slowest of them. */
    private void join() {
        OrderflowSystem system = system();
        system.users().join(service.module());
        try {
            Preflight.check(system, parts);
            CheckoutOptions.remember(options);
            system.startInfrastructure(parts);
        } catch (RuntimeException e) {
            system.users().leave();
            throw e;
        }
    }

    private OrderflowSystem system() {
        return OrderflowSystem.of(options);
    }
}
