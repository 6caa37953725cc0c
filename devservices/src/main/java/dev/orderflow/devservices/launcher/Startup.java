package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.Catalogue;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;

/** From sources to a system that takes orders. */
record Startup(Options options, OrderflowSystem system) {

    private static final Duration CATALOGUE_TIMEOUT = Duration.ofSeconds(60);

    static Startup of(Options options) {
        return new Startup(options, new OrderflowSystem(options, new Console()));
    }

    /** Repeating it starts only what does not run. */
    void run() {
        Preflight.check(system);
        new Build(system.log("build")).ensure(options.services());
        Context.remember(options);
        Console.say("Starting");
        system.start();
        if (options.services().contains(Service.ORDER) && options.services().contains(Service.INVENTORY)) {
            loadCatalogue();
        }
    }

    /** The sample order is worth nothing until order has heard of the products. */
    private void loadCatalogue() {
        Catalogue.load(system);
        if (!Wait.until(() -> Catalogue.isKnownToOrder(system), CATALOGUE_TIMEOUT)) {
            throw new PartFailed("order has not heard of the sample products after " + CATALOGUE_TIMEOUT.toSeconds()
                    + " s (log: " + system.log(Service.ORDER.module()) + ")");
        }
        Console.say("  sample products are loaded (./run catalog lists them)");
    }
}
