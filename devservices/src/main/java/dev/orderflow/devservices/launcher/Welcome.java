package dev.orderflow.devservices.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.system.Catalogue;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.SampleOrder;
import dev.orderflow.devservices.system.Service;
import java.util.List;

/** What a newcomer needs once the system is ready. */
final class Welcome {

    static final String CUSTOMER = "customer-1";
    static final String EMAIL = "ada@example.com";
    private static final String OPERATOR = "operator-1";

    private Welcome() {}

    static void print(Options options, OrderflowSystem system) {
        Console.say("");
        Console.say("Orderflow is ready.");
        if (options.console()) {
            console(system);
        }
        options.services().forEach(service -> line(service.module(), system.url(service) + "/q/openapi"));
        line("payments taken", system.endpoints().paymentProvider() + "/ledger");
        line("mails sent", system.endpoints().mail() + "/mails");
        line("logs", system.layout().root().resolve("logs").toString());
        if (options.services().contains(Service.ORDER)) {
            sample(system);
        }
    }

    /** What stands behind the # never reaches a server; the page keeps it for its tab and removes it from the address. */
    private static void console(OrderflowSystem system) {
        String page = system.endpoints().console() + "/#token=";
        line("console, a customer", page + system.token(CUSTOMER, EMAIL, "customer"));
        line("console, an operator", page + system.token(OPERATOR, null, "operator"));
    }

    private static void sample(OrderflowSystem system) {
        String token = system.token(CUSTOMER, EMAIL, "customer");
        ObjectNode order =
                SampleOrder.of(List.of(Catalogue.products().getFirst().sku()));
        Console.say("");
        Console.say("A customer's token (./run token makes more):");
        Console.say(token);
        Console.say("");
        Console.say("Place an order (./run demo shows what becomes of one):");
        Console.say("curl -i -X POST " + system.url(Service.ORDER) + "/orders -H 'Content-Type: application/json' \\");
        Console.say("  -H 'Authorization: Bearer " + token + "' \\");
        Console.say("  -d '" + order + "'");
    }

    private static void line(String name, String value) {
        Console.say(String.format("  %-20s %s", name, value));
    }
}
