package dev.orderflow.notification.channel;

import dev.orderflow.notification.operators.Alert;
import dev.orderflow.notification.operators.Alert.FailedEvents;
import dev.orderflow.notification.operators.Alert.Group;
import dev.orderflow.notification.operators.Alert.StuckOrder;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator's mail says: facts, and the calls that tell more and mend it.
 *
 * @param facts each a name and what it is
 */
public record AlertContent(String subject, String sentence, List<Fact> facts, List<String> calls) {

    /** A fact. */
    public record Fact(String name, String value) {}

    static AlertContent of(Alert alert) {
        return alert.order() != null ? of(alert.order()) : of(alert.letters());
    }

    private static AlertContent of(StuckOrder order) {
        var waitingFor = order.waitingFor().isEmpty() ? "nobody" : String.join(", ", order.waitingFor());
        return new AlertContent(
                "Order %s is stuck".formatted(order.orderId()),
                "Nobody but an operator moves order %s on.".formatted(order.orderId()),
                List.of(
                        new Fact("State", order.state()),
                        new Fact("Since", order.since().toString()),
                        new Fact("Waits for", waitingFor)),
                List.of(
                        "GET /orders/%s/timeline".formatted(order.orderId()),
                        "POST /admin/sagas/%s/retry".formatted(order.orderId()),
                        "POST /admin/sagas/%s/resolve".formatted(order.orderId())));
    }

    private static AlertContent of(FailedEvents failed) {
        var events = failed.count() == 1 ? "1 event" : failed.count() + " events";
        return new AlertContent(
                "%s could not handle %s".formatted(failed.service(), events),
                "Service %s could not handle %s; what comes behind waits.".formatted(failed.service(), events),
                Stream.concat(failed.groups().stream().map(AlertContent::fact), rest(failed))
                        .toList(),
                List.of(
                        "GET /admin/dead-letters?state=OPEN (service %s)".formatted(failed.service()),
                        "./run dead-letters show %s %s".formatted(failed.service(), first(failed))));
    }

    private static UUID first(FailedEvents failed) {
        return failed.groups().getFirst().letters().getFirst();
    }

    private static Stream<Fact> rest(FailedEvents failed) {
        long shown = failed.groups().stream().mapToLong(Group::count).sum();
        return shown == failed.count()
                ? Stream.empty()
                : Stream.of(new Fact("More", Long.toString(failed.count() - shown)));
    }

    private static Fact fact(Group group) {
        var letters = group.letters().stream().map(UUID::toString).collect(Collectors.joining(", "));
        var more = group.count() > group.letters().size() ? " …" : "";
        var type = group.type() == null ? "unknown" : OneLine.of(group.type());
        return new Fact(
                "%d × %s".formatted(group.count(), group.errorType()),
                "%s of %s: %s%s".formatted(type, group.topic(), letters, more));
    }
}
