package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Mail;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.check.Observations.Stall;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SMTP has no idempotency key: a mail whose sending was cut comes again, and only its Message-ID tells. */
final class CustomersAreToldOnce implements Invariant {

    private static final Map<String, String> SUBJECTS = Map.of(
            "orderflow.order.placed", "We have received your order",
            "orderflow.order.confirmed", "Your order is confirmed",
            "orderflow.order.shipped", "Your order is on its way",
            "orderflow.order.delivered", "Your order has been delivered",
            "orderflow.order.cancelled", "Your order has been cancelled",
            "orderflow.order.return-accepted", "We have accepted your return",
            "orderflow.order.return-closed", "Your return is complete");

    /** A mail may take its time (15 s), and so may the commit of its record (10 s). */
    private static final Duration UNDER_WAY = Duration.ofSeconds(25);

    /** Whose end may cut a mail between its sending and its record. */
    private static final Set<String> CUTTERS = Set.of("notification", "notification-2", "postgres", "mail");

    /** Until pools and connections work again. */
    private static final Duration AFTER = Duration.ofSeconds(5);

    @Override
    public String words() {
        return "each customer was told each thing, once";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Map<String, Map<String, List<Mail>>> told =
                seen.mails().stream().collect(Collectors.groupingBy(Mail::order, Collectors.groupingBy(Mail::subject)));
        return Stream.concat(missingAndTwice(seen, told), misdirected(seen))
                .sorted(Comparator.comparing(Violation::subject));
    }

    private Stream<Violation> missingAndTwice(Observations seen, Map<String, Map<String, List<Mail>>> told) {
        Map<String, Map<String, Integer>> due = due(seen);
        Set<String> erased = erased(seen);
        told.forEach((order, bySubject) -> bySubject
                .keySet()
                .forEach(subject ->
                        due.computeIfAbsent(order, _ -> new TreeMap<>()).putIfAbsent(subject, 0)));
        return due.entrySet().stream()
                .flatMap(order -> order.getValue().entrySet().stream()
                        .flatMap(thing -> judged(
                                order.getKey() + " '" + thing.getKey() + "'",
                                thing.getValue(),
                                erased.contains(order.getKey()),
                                told.getOrDefault(order.getKey(), Map.of()).getOrDefault(thing.getKey(), List.of()),
                                seen)));
    }

    private Stream<Violation> judged(String subject, int times, boolean orLess, List<Mail> mails, Observations seen) {
        Map<String, List<Mail>> byId = mails.stream().collect(Collectors.groupingBy(Mail::messageId));
        if (byId.size() > times || byId.size() < times && !orLess) {
            return Stream.of(violation(subject, times + " times", byId.size() + " times"));
        }
        return byId.values().stream()
                .filter(same -> same.size() > 1 + cuts(same.getFirst(), seen))
                .map(same -> violation(
                        subject,
                        "one mail",
                        same.size() + " with one id, after " + cuts(same.getFirst(), seen) + " cuts"));
    }

    /** Orders whose customers could not be told any more what they had not been told yet. */
    private static Set<String> erased(Observations seen) {
        return seen.purchases().stream()
                .filter(Purchase::isErased)
                .map(Purchase::orderId)
                .collect(Collectors.toSet());
    }

    /** Each cut explains one repetition: of the sending that was under way then. So does a machine that stood still. */
    private static long cuts(Mail first, Observations seen) {
        Stream<Stall> faults = seen.faults().stream()
                .filter(fault -> fault.processes().stream().anyMatch(CUTTERS::contains))
                .map(fault -> new Stall(fault.begin(), fault.end()));
        return Stream.concat(faults, seen.stalls().stream())
                .filter(cut -> first.at().isAfter(cut.begin().minus(UNDER_WAY))
                        && first.at().isBefore(cut.end().plus(AFTER)))
                .count();
    }

    private Stream<Violation> misdirected(Observations seen) {
        Map<String, String> addresses = seen.purchases().stream()
                .filter(Purchase::isTaken)
                .collect(Collectors.toMap(
                        Purchase::orderId, purchase -> purchase.script().email(), (one, other) -> one));
        return seen.mails().stream()
                .filter(mail -> addresses.containsKey(mail.order()))
                .filter(mail -> !mail.to().equals(addresses.get(mail.order())))
                .map(mail -> violation(mail.order(), addresses.get(mail.order()), mail.to()));
    }

    /** By order and subject, how often its customer has to be told. */
    private static Map<String, Map<String, Integer>> due(Observations seen) {
        Map<String, Map<String, Integer>> due = new HashMap<>();
        for (Recorded event : seen.journals().getOrDefault(Service.ORDER, List.of())) {
            Optional.ofNullable(SUBJECTS.get(event.type()))
                    .ifPresent(subject -> due.computeIfAbsent(event.key(), _ -> new TreeMap<>())
                            .merge(subject, 1, Integer::sum));
        }
        return due;
    }
}
