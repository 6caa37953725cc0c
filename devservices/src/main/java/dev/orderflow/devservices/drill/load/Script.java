package dev.orderflow.devservices.drill.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.system.SampleOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What one customer is going to do: a pure function of seed and number.
 *
 * @param lines how many of which sku
 * @param cancelAfter how long after the order was taken, for who cancels
 * @param asksAgain whether the order is sent again, with the same key, although it was answered
 */
public record Script(
        int number, Kind kind, String customer, Map<String, Integer> lines, Duration cancelAfter, boolean asksAgain) {

    private static final int CUSTOMERS = 25;
    /** Nobody else's: what is found of it must be what is left of that customer. */
    private static final String MARKER = "nemo%dx";

    private static final String NOWHERE = "00000";

    public Script {
        lines = Map.copyOf(lines);
    }

    public static Script of(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        // The first numbers drawn from seeds that are close to each other are close to each other, too.
        random.nextInt();
        Kind kind = Kind.of(random.nextInt(100));
        return new Script(
                number,
                kind,
                customer(kind, number, random.nextInt(CUSTOMERS)),
                lines(kind, random),
                Duration.ofMillis(random.nextInt(4_000)),
                random.nextInt(10) == 0);
    }

    public String email() {
        return (kind == Kind.LEAVES ? marker() : customer) + "@example.com";
    }

    /** A word that is in everything personal of a customer who leaves. */
    public String marker() {
        return MARKER.formatted(number);
    }

    ObjectNode body() {
        ObjectNode order = SampleOrder.of(List.of());
        lines.forEach((sku, quantity) ->
                order.withArray("items").addObject().put("sku", sku).put("quantity", quantity));
        order.withObject("/payment").put("token", kind.card());
        if (kind.isNowhere()) {
            order.withObject("/shippingAddress").put("postalCode", NOWHERE);
        }
        if (kind == Kind.LEAVES) {
            order.withObject("/shippingAddress").put("recipient", marker()).put("line1", marker() + " Street 1");
            order.putObject("contact").put("email", email());
        }
        return order.put("reference", "drill-" + number);
    }

    private static String customer(Kind kind, int number, int drawn) {
        return kind == Kind.LEAVES ? "drill-leaver-" + number : "drill-" + drawn;
    }

    private static Map<String, Integer> lines(Kind kind, Random random) {
        if (kind == Kind.WANTS_WHAT_IS_SCARCE) {
            return Map.of(Shelf.SCARCE.sku(), 1 + random.nextInt(3));
        }
        Map<String, Integer> lines = new TreeMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            lines.merge(Shelf.ample(random).sku(), 1 + random.nextInt(2), Integer::sum);
        }
        return lines;
    }
}
