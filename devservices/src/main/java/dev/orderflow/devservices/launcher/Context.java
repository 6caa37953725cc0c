package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.OrderflowSystem;

/** The system that the commands speak of. */
final class Context {

    private Context() {}

    static OrderflowSystem system() {
        return new OrderflowSystem(CheckoutOptions.find(), new Console());
    }
}
