package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.fault.Place;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.system.Service;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that can be seen of a system from outside after a drill.
 *
 * @param purchases what customers were told
 * @param orders every order that there is
 * @param payments the provider's own books, one for each payment that it was asked for
 * @param shelves stock by sku
 * @param holds how many holds Redis counts
 * @param parcels the carrier's own list of what it was given
 * @param mails what arrived, in the order of arrival
 * @param letters what services could not handle
 * @param journals the events of each service, in the order of their positions
 * @param tasks the calls that services still owe, and those that they gave up
 * @param products each product as those say who keep a copy of it
 * @param topics what was published on each topic, in order per partition
 * @param readers who reads which partitions
 * @param takeovers who began to publish when
 * @param plan what was to happen
 * @param faults what went wrong
 * @param repeated where the drill itself published events again
 * @param traces what is left of customers who were erased
 * @param points what loyalty's books say
 * @param counts what orders did, as order's journal and analytics say
 * @param stalls when the machine let not even the drill go on
 */
public record Observations(
        List<Purchase> purchases,
        List<Order> orders,
        List<Payment> payments,
        List<Shelf> shelves,
        long holds,
        List<Parcel> parcels,
        List<Mail> mails,
        List<Letter> letters,
        Map<Service, List<Recorded>> journals,
        List<Task> tasks,
        List<Product> products,
        Map<String, List<Published>> topics,
        List<Reader> readers,
        List<Takeover> takeovers,
        DrillPlan plan,
        List<Done> faults,
        Set<Place> repeated,
        List<Trace> traces,
        Points points,
        TwoCounts counts,
        List<Stall> stalls) {

    /**
     * @param lines how many of which sku
     * @param cancellation null if nobody cancelled it
     * @param trackingNumber empty if it has no parcel
     */
    public record Order(
            String id,
            String customer,
            String status,
            BigDecimal total,
            Map<String, Integer> lines,
            Cancellation cancellation,
            String trackingNumber,
            Instant updatedAt) {

        private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "RETURNED");

        public boolean isShipped() {
            return status.equals("DELIVERED") || status.equals("RETURNED");
        }

        public boolean isFinal() {
            return ENDS.contains(status);
        }
    }

    public record Cancellation(String reason, String requestedBy, boolean refused) {}

    /** What the provider was asked for, and what it took and gave back for it. */
    public record Payment(String order, BigDecimal captured, BigDecimal refunded) {}

    /** @param level what Redis takes for available; empty if it knows nothing */
    public record Shelf(String sku, long start, long onHand, long reserved, String level) {}

    /** @param status the carrier's word; {@code cancelled} for a label that was given back in time */
    public record Parcel(String trackingNumber, boolean isReturn, String status) {}

    /** @param order empty if it names none */
    public record Mail(String messageId, String to, String order, String subject, Instant at) {}

    public record Letter(Service service, String id, String key, String type, String state, String error) {}

    /** @param topic null if it stays inside */
    public record Recorded(UUID event, String topic, String key, String type, long version, Instant at) {}

    /** @param error null if no try has failed */
    public record Task(Service service, String kind, String key, String state, int attempt, String error) {}

    /**
     * One product, wherever it is kept.
     *
     * @param told what its operator was last told, in words
     * @param journal the newest state in inventory's journal
     * @param topic the last record of its key
     * @param order order's copy
     */
    public record Product(
            String sku,
            String told,
            ProductState journal,
            Optional<ProductState> topic,
            Optional<ProductState> order) {}

    public record ProductState(
            long version, String name, BigDecimal price, String currency, String category, boolean active) {

        /** What an operator says of it. */
        public String words() {
            return name + " for " + price.toPlainString() + " " + currency;
        }
    }

    /** A member of a consumer group, and what it was given of one topic. */
    public record Reader(String group, String member, String topic, Set<Integer> partitions) {}

    /** A replica that has the relay's lease has published something under it. */
    public record Takeover(Service service, long epoch, Instant at) {}

    /** @param what the words by which it was found: a customer's, or a count of rows */
    public record Trace(String place, String what) {}

    /**
     * @param moved in the order in which it happened
     * @param balances by customer
     */
    public record Points(List<Moved> moved, Map<String, Long> balances) {}

    /** @param points less than zero if they were taken back */
    public record Moved(String order, long points) {}

    /**
     * The same, counted by Postgres over order's journal and by analytics.
     *
     * @param journal everybody's, also of who was erased
     */
    public record TwoCounts(Counted journal, Counted analytics) {}

    /**
     * @param figures what was counted of a minute, a reason and a product, in one line each
     * @param patterns by customer; of who has none there is none
     */
    public record Counted(Map<String, String> figures, Map<String, String> patterns) {}

    /** A time in which nothing happened on this machine, as far as the drill can tell. */
    public record Stall(Instant begin, Instant end) {}

    public record Published(Place place, String key, UUID event, Instant at) {}
}
