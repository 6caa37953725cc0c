package dev.orderflow.bench.saga;

import dev.orderflow.devservices.system.OrderflowSystem;
import java.util.function.Consumer;

/**
 * What a part measures with.
 *
 * @param system a clean one that runs and is warm
 * @param witness has seen all of its orders
 * @param progress hears what is done
 */
record Bed(OrderflowSystem system, Shop shop, Witness witness, Consumer<String> progress) {}
