package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.Catalogue;
import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Preflight;
import dev.orderflow.devservices.system.Product;
import dev.orderflow.devservices.system.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** From sources to a system that takes orders. */
record Startup(Options options, OrderflowSystem system) {

    private static final Duration CATALOGUE_TIMEOUT = Duration.ofSeconds(60);

    /** What order answers to an order with the wrong total, whose products it knows. */
    private static final int REFUSED = 409;

    private static final int NOT_HEARD_OF_IT = 422;

    static Startup of(Options options) {
        return new Startup(options, new OrderflowSystem(options, new Console()));
    }

    /** Repeating it starts only what does not run. */
    void run() {
        Preflight.check(system);
        new Build(system.log("build")).ensure(options);
        CheckoutOptions.remember(options);
        Console.say("Starting");
        system.start();
        if (options.services().contains(Service.ORDER) && options.services().contains(Service.INVENTORY)) {
            loadCatalogue();
        }
    }

    /** Returns when order knows the sample products. */
    void loadCatalogue() {
        List<Product> products = Catalogue.products();
        Catalogue.load(system, products);
        Wait.until(() -> Catalogue.askOrder(system, products).status() != NOT_HEARD_OF_IT, CATALOGUE_TIMEOUT);
        Api.Answer answer = Catalogue.askOrder(system, products);
        switch (answer.status()) {
            case REFUSED -> Console.say("  sample products are loaded (./run catalog lists them)");
            case NOT_HEARD_OF_IT ->
                throw new PartFailed("order has not heard of the sample products after " + CATALOGUE_TIMEOUT.toSeconds()
                        + " s (log: " + log() + ")");
            default ->
                Console.say("  order takes no orders now: " + answer.status() + " "
                        + answer.body().path("title").asText() + " (log: " + log() + ")");
        }
    }

    private Path log() {
        return system.log(Service.ORDER.module());
    }
}
