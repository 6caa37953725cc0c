package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Published;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event that comes again without the drill's doing must be the work of a relay that was cut between publishing and
 * moving its cursor: by a fault, or because a machine that is too busy kept it past its lease, so that another one took
 * over. Such a cut explains what was recorded before it and no more: two that publish side by side for longer than that
 * repeat what was recorded meanwhile as well, or take over from each other all the time.
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

    /** Until a relay that lost its lease has learned it: what was recorded later, it does not publish any more. */
    private static final Duration UNTIL_IT_KNOWS = Duration.ofSeconds(5);

    /** From taking the lease to saying so in the log. */
    private static final Duration UNTIL_IT_SAYS = Duration.ofSeconds(2);

    /** The time of a record is that of its sending; a fault that hits it may come a little later. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    /** Before a successor is known the first one publishes, which may learn late that its lease is over (5 s). */
    private static final Duration AROUND = Duration.ofSeconds(10);

    /** What a machine that is too busy may do to a service, and two relays that don't know of each other exceed at once. */
    private static final int MOST_WITHOUT_FAULT = 5;

    private static final Set<String> STORAGE = Set.of("kafka", "postgres");

    @Override
    public String words() {
        return "one relay per service: an event is published again only where a fault, or a new relay, cut the first time";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return Stream.concat(repeats(seen, recordings(seen)), quarrels(seen));
    }

    /** What is in no journal is another rule's finding. */
    private static Map<UUID, Instant> recordings(Observations seen) {
        return seen.journals().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Recorded::event, Recorded::at, (one, other) -> one));
    }

    private Stream<Violation> repeats(Observations seen, Map<UUID, Instant> recordings) {
        return seen.topics().entrySet().stream()
                .flatMap(topic -> again(topic.getValue(), seen)
                        .filter(event -> !isExplained(
                                event,
                                recordings.getOrDefault(event.event(), Instant.EPOCH),
                                OWNERS.get(topic.getKey()),
                                seen)))
                .map(event -> violation(
                        event.place().topic() + " " + event.key(),
                        event.event() + " once",
                        "again at " + event.at() + ", with no fault and no new relay that explains it"));
    }

    private Stream<Violation> quarrels(Observations seen) {
        return Service.withDatabase().stream()
                .map(service -> seen.takeovers().stream()
                        .filter(takeover -> takeover.service() == service)
                        .filter(takeover -> hits(takeover.at(), service, seen.faults())
                                .findAny()
                                .isEmpty())
                        .toList())
                .filter(takeovers -> takeovers.size() > MOST_WITHOUT_FAULT)
                .map(takeovers -> violation(
                        "the relay of " + takeovers.getFirst().service().module(),
                        "another replica's only after a fault",
                        takeovers.size() + " times without one"));
    }

    /** What relays have published again, over all topics. */
    static long count(Observations seen) {
        return seen.topics().values().stream()
                .flatMap(topic -> again(topic, seen))
                .count();
    }

    private static Stream<Published> again(List<Published> topic, Observations seen) {
        Set<UUID> known = new HashSet<>();
        return topic.stream()
                .filter(event -> !seen.repeated().contains(event.place()))
                .filter(event -> !known.add(event.event()));
    }

    private static boolean isExplained(Published event, Instant recorded, Service owner, Observations seen) {
        return hits(event.at(), owner, seen.faults())
                        .anyMatch(fault -> recorded.isBefore(fault.end().plus(UNTIL_IT_KNOWS)))
                || seen.takeovers().stream()
                        .filter(takeover -> takeover.service() == owner)
                        .anyMatch(takeover -> isAround(event.at(), takeover.at())
                                && recorded.isBefore(takeover.at().plus(UNTIL_IT_SAYS)));
    }

    private static boolean isAround(Instant at, Instant takeover) {
        return Duration.between(at, takeover).abs().compareTo(AROUND) <= 0;
    }

    private static Stream<Done> hits(Instant at, Service owner, List<Done> faults) {
        return faults.stream()
                .filter(fault -> fault.processes().stream()
                        .anyMatch(process -> STORAGE.contains(process) || isOf(owner, process)))
                .filter(fault -> isWithin(at, fault));
    }

    private static boolean isOf(Service owner, String process) {
        return owner == null || process.equals(owner.module()) || process.startsWith(owner.module() + "-");
    }

    private static boolean isWithin(Instant at, Done fault) {
        return at.isAfter(fault.begin().minus(BEFORE))
                && at.isBefore(fault.end().plus(AFTERMATH));
    }
}
