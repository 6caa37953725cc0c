package dev.orderflow.order.domain;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.value.Due;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the saga has come.
 *
 * @param since when the order entered its status
 * @param deadline until when it is waited for; null when nothing is waited for, or when the wait was in vain
 * @param due whose answer is missing while the order is undone; empty in every other status
 * @param round 1 for the first request of a kind, one more for each retry by an operator
 * @param returnRound the newest round of what was asked about a return, 0 before the first: since an order that was said to
 *     be delivered by hand may be sent back again, it counts on over the order's life
 * @param stuck whether an operator has to decide
 */
public record Progress(
        OrderStatus status, Instant since, Instant deadline, Set<Due> due, int round, int returnRound, boolean stuck) {

    public Progress {
        requireNonNull(status, "status is required");
        requireNonNull(since, "since is required");
        due = Set.copyOf(due);
    }

    static Progress begun(Instant at) {
        return new Progress(OrderStatus.PENDING, at, null, Set.of(), 1, 0, false);
    }

    /** Another status ends what was due and what was stuck; its deadline is still to be set. */
    Progress enter(OrderStatus next, Instant at) {
        return next == status ? this : new Progress(next, at, null, Set.of(), round, returnRound, false);
    }

    /** A request to those who are due, again or for the first time; a repeated one is not stuck any more. */
    Progress request(Collection<Due> from, int nextRound) {
        return new Progress(status, since, deadline, Set.copyOf(from), nextRound, returnRound, false);
    }

    /** As {@link #request}, about a return. */
    Progress requestReturn(Collection<Due> from, int nextRound) {
        int newest = Math.max(returnRound, nextRound);
        return new Progress(status, since, deadline, Set.copyOf(from), nextRound, newest, false);
    }

    Progress tick(Due answered) {
        var left = due.stream().filter(each -> each != answered).collect(Collectors.toSet());
        return new Progress(status, since, deadline, left, round, returnRound, stuck);
    }

    /** Payment's answer has turned out wrong: it is due again, or still. */
    Progress unrefunded(Instant at) {
        var open = enter(status.unrefunded(), at);
        var more = EnumSet.of(Due.PAYMENT);
        more.addAll(due);
        return new Progress(open.status, open.since, open.deadline, more, round, returnRound, open.stuck);
    }

    Progress asStuck() {
        return new Progress(status, since, null, due, round, returnRound, true);
    }

    Progress until(Instant nextDeadline) {
        return new Progress(status, since, nextDeadline, due, round, returnRound, stuck);
    }

    /** Who has to answer next, for people; empty when nobody has. */
    public List<String> waitingFor() {
        return switch (status) {
            case PENDING -> List.of("stock");
            case RESERVED -> List.of("payment");
            case CONFIRMED, RECALLING, SHIPPED, RETURNING -> List.of("shipping");
            case CANCELLING, REFUNDING ->
                dueInOrder().stream()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList();
            case CANCELLED, DELIVERED, RETURNED -> List.of();
        };
    }

    /** Always in the same order, so that equal states make equal events. */
    public List<Due> dueInOrder() {
        return due.stream().sorted().toList();
    }
}
