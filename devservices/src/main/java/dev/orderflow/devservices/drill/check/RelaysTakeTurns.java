package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Published;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An event that comes again without the drill's doing must be the work of a relay that was cut between publishing and
 * moving its cursor: by a fault, or because a machine that is too busy kept it past its lease. Two that publish side by
 * side would repeat events in quiet times and at once.
 */
final class RelaysTakeTurns implements Invariant {

    private static final Map<String, Service> OWNERS = Map.of(
            "order-events", Service.ORDER,
            "customer-events", Service.ORDER,
            "inventory-events", Service.INVENTORY,
            "product-events", Service.INVENTORY,
            "payment-events", Service.PAYMENT,
            "shipping-events", Service.SHIPPING,
            "user-notifications", Service.NOTIFICATION);

    /** Until the lease has run out (5 s), the next holder has published, and a retry with backoff has got through. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);

    /** The time of a record is that of its sending; a fault that hits it may come a little later. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    /** A lease (5 s) is renewed when a third of it is over; so soon after a publication nobody can have taken it over. */
    private static final Duration LEASED = Duration.ofSeconds(3);

    private static final Set<String> STORAGE = Set.of("kafka", "postgres");

    /** @param before when it was published the time before */
    private record Again(Published event, Instant before) {

        /** Either way: what was sent first may have arrived last. */
        Duration apart() {
            return Duration.between(before, event.at()).abs();
        }
    }

    @Override
    public String words() {
        return "one relay per service: an event is published again only where a fault, or the end of a lease, cut the first time";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return seen.topics().entrySet().stream()
                .flatMap(topic -> again(topic.getValue(), seen)
                        .filter(event -> !isExplained(event, OWNERS.get(topic.getKey()), seen.faults())))
                .map(Again::event)
                .map(event -> violation(
                        event.place().topic() + " " + event.key(),
                        event.event() + " once",
                        "again at " + event.at() + ", with no fault around"));
    }

    /** What relays have published again, over all topics. */
    static long count(Observations seen) {
        return seen.topics().values().stream()
                .flatMap(topic -> again(topic, seen))
                .count();
    }

    private static Stream<Again> again(List<Published> topic, Observations seen) {
        Map<UUID, Instant> known = new HashMap<>();
        return topic.stream()
                .filter(event -> !seen.repeated().contains(event.place()))
                .map(event -> new Again(event, known.put(event.event(), event.at())))
                .filter(event -> event.before() != null);
    }

    private static boolean isExplained(Again again, Service owner, List<Done> faults) {
        Published event = again.event();
        return again.apart().compareTo(LEASED) >= 0
                || faults.stream()
                        .filter(fault -> fault.processes().stream()
                                .anyMatch(process -> STORAGE.contains(process) || isOf(owner, process)))
                        .anyMatch(fault -> isWithin(event.at(), fault));
    }

    private static boolean isOf(Service owner, String process) {
        return owner == null || process.equals(owner.module()) || process.startsWith(owner.module() + "-");
    }

    private static boolean isWithin(Instant at, Done fault) {
        return at.isAfter(fault.begin().minus(BEFORE))
                && at.isBefore(fault.end().plus(AFTERMATH));
    }
}
