package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.nio.file.Path;

/** The system that the commands speak of. */
final class Context {

    private static final int DRILL_OFFSET = 2_000;

    private Context() {}

    static OrderflowSystem system() {
        return new OrderflowSystem(CheckoutOptions.find(), new Console());
    }

    /** Beside the developer's system, which may run meanwhile: neither its data nor its ports are touched. */
    static Options drillOptions() {
        Options developers = CheckoutOptions.find();
        Path data = developers.data().resolveSibling(developers.data().getFileName() + "-drill");
        return Options.at(data, developers.portOffset() + DRILL_OFFSET);
    }
}
