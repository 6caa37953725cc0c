package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.fault.Place;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.system.Service;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that can be seen of a system from outside after a drill.
 *
 * @param purchases what customers were told
 * @param orders every order that there is
 * @param payments the provider's own ledger
 * @param shelves stock by sku
 * @param holds how many holds Redis counts
 * @param mails what arrived, in the order of arrival
 * @param letters what services could not handle
 * @param journals the events of each service, in the order of their positions
 * @param topics what was published on each topic, in order per partition
 * @param faults what went wrong
 * @param repeated where the drill itself published events again
 */
public record Observations(
        List<Purchase> purchases,
        List<Order> orders,
        List<Payment> payments,
        List<Shelf> shelves,
        long holds,
        List<Mail> mails,
        List<Letter> letters,
        Map<Service, List<Recorded>> journals,
        Map<String, List<Published>> topics,
        List<Done> faults,
        Set<Place> repeated) {

    /**
     * @param lines how many of which sku
     * @param cancellation null if nobody cancelled it
     */
    public record Order(
            String id,
            String status,
            BigDecimal total,
            Map<String, Integer> lines,
            Cancellation cancellation,
            Instant updatedAt) {

        private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "RETURNED");

        public boolean isFinal() {
            return ENDS.contains(status);
        }
    }

    public record Cancellation(String reason, String requestedBy, boolean refused) {}

    public record Payment(String order, BigDecimal captured, BigDecimal refunded) {}

    /** @param level what Redis takes for available; empty if it knows nothing */
    public record Shelf(String sku, long start, long onHand, long reserved, String level) {}

    /** @param order empty if it names none */
    public record Mail(String messageId, String to, String order, String subject, Instant at) {}

    public record Letter(Service service, String id, String key, String type, String state, String error) {}

    /** @param topic null if it stays inside */
    public record Recorded(UUID event, String topic, String key, String type, long version) {}

    public record Published(Place place, String key, UUID event, Instant at) {}
}
