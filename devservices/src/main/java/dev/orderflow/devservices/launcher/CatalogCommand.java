package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.Catalogue;
import picocli.CommandLine.Command;

@Command(name = "catalog", description = "Lists the sample products.", mixinStandardHelpOptions = true)
final class CatalogCommand implements Runnable {

    @Override
    public void run() {
        Catalogue.products()
                .forEach(product -> Console.say(
                        String.format("%-18s %8s EUR  %s", product.sku(), product.price(), product.name())));
    }
}
