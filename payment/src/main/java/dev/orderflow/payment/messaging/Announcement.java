package dev.orderflow.payment.messaging;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.messaging.transaction.Pause;
import dev.orderflow.payment.domain.Command;
import dev.orderflow.payment.domain.Outcome.Applied;
import dev.orderflow.payment.domain.Payment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What a decision leads to: the events for the journal and the tasks for the provider. */
@Singleton
final class Announcement {

    private final DeadlinesConfig deadlines;

    @Inject
    Announcement(DeadlinesConfig deadlines) {
        this.deadlines = deadlines;
    }

    List<NewEvent> events(Payment before, Applied applied) {
        var events = applied.events();
        return IntStream.range(0, events.size())
                .mapToObj(n -> NewEvent.of(before.orderId(), before.version() + n + 1, events.get(n)))
                .toList();
    }

    List<NewTask> tasks(Applied applied) {
        var now = Instant.now();
        return applied.commands().stream()
                .map(command -> task(applied.next(), command, now))
                .toList();
    }

    private NewTask task(Payment payment, Command command, Instant now) {
        return switch (command) {
            case Command.CreateIntent(var token) ->
                task(TaskKinds.CREATE_INTENT, IntentToCreate.of(payment, token), now, createBy(payment, now), payment);
            case Command.ConfirmIntent() ->
                task(TaskKinds.CONFIRM_INTENT, IntentToEnd.of(payment), now, payment.payBy(), payment);
            case Command.SettleIntent() ->
                task(TaskKinds.SETTLE_INTENT, IntentToEnd.of(payment), now, now.plus(deadlines.settle()), payment);
            case Command.RefundAll() ->
                task(TaskKinds.REFUND, RefundToMake.of(payment), now, now.plus(deadlines.refund()), payment);
            case Command.RefundAgain() -> {
                var due = now.plus(pause(payment));
                yield task(TaskKinds.REFUND, RefundToMake.of(payment), due, due.plus(deadlines.refund()), payment);
            }
            case Command.WatchRefund(var looks) -> {
                var due = now.plus(untilNextLook(looks));
                var watched = RefundToWatch.of(payment, looks);
                yield task(TaskKinds.WATCH_REFUND, watched, due, due.plus(deadlines.settle()), payment);
            }
        };
    }

    /**
     * What comes after its deadline is not paid any more, but may have been paid already: a database that went back reads its
     * topics again. The provider knows; an intent that turns out to be new costs nothing, and is ended unpaid.
     */
    private Instant createBy(Payment payment, Instant now) {
        return payment.payBy().isAfter(now) ? payment.payBy() : now.plus(deadlines.settle());
    }

    private Duration pause(Payment payment) {
        return Pause.backoff(payment.refs().failedTries(), deadlines.refundAgain(), deadlines.refundAgainAtMost());
    }

    /** A refund may take days: the next look is as far off as all before. */
    private Duration untilNextLook(int looks) {
        var grown = deadlines.watchEvery().multipliedBy(1L << Math.min(looks, 20));
        var longest = deadlines.watchEveryAtMost();
        return grown.compareTo(longest) < 0 ? grown : longest;
    }

    private static NewTask task(String kind, Object payload, Instant due, Instant deadline, Payment payment) {
        return NewTask.of(kind, payment.orderId(), payload, due, deadline);
    }
}
