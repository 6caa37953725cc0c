package dev.orderflow.messaging.transaction;

import dev.orderflow.messaging.journal.Journal;
import dev.orderflow.messaging.task.Places;
import dev.orderflow.messaging.task.Tasks;
import dev.orderflow.messaging.trace.EventSpans;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The one door through which state changes: state, inbox, journal and tasks commit together or not at all. After the
 * commit this process begins the tasks that are due, as far as it has places for calls, and its relay and workers are
 * nudged, so that nobody waits for a poll.
 */
@Singleton
public final class UnitsOfWork {

    private static final Logger LOG = Logger.getLogger(UnitsOfWork.class);

    private final Pool pool;
    private final Journal journal;
    private final Tasks tasks;
    private final Places places;
    private final Event<Committed> committed;

    @Inject
    public UnitsOfWork(Pool pool, Journal journal, Tasks tasks, Places places, Event<Committed> committed) {
        this.pool = pool;
        this.journal = journal;
        this.tasks = tasks;
        this.places = places;
        this.committed = committed;
    }

    /**
     * Runs the work in one transaction. A failure of the returned Uni means that nothing took effect, with one
     * exception: when the connection is lost during the commit nobody can know, so whatever is tried again must be
     * guarded by an inbox, an idempotency key or a fence.
     */
    public <T> Uni<T> run(Function<UnitOfWork, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var what = new Committed();
            var spans = new EventSpans();
            return spans.during(Transactions.run(pool, sql -> inside(new UnitOfWork(sql, spans), work, what)))
                    .onFailure()
                    .invoke(() -> what.booking.release())
                    .invoke(() -> follow(what));
        });
    }

    private <T> Uni<T> inside(UnitOfWork unit, Function<UnitOfWork, Uni<T>> work, Committed what) {
        return work.apply(unit).call(() -> flush(unit, what));
    }

    /** None of these statements waits for another's answer: they are sent together. */
    private Uni<Void> flush(UnitOfWork unit, Committed what) {
        what.booking = places.book(unit.tasks());
        what.events = !unit.events().isEmpty();
        what.tasks = unit.tasks().size() > what.booking.size();
        what.hints = List.copyOf(unit.hints());
        var ends = new ArrayList<>(unit.ends());
        ends.add(journal.append(unit.sql(), unit.events()));
        ends.add(tasks.insert(unit.sql(), unit.tasks(), what.booking)
                .invoke(claimed -> what.claimed = claimed)
                .replaceWithVoid());
        return Uni.join().all(ends).andFailFast().replaceWithVoid();
    }

    /** The commit stands whatever becomes of this: the next poll finds the work, the end of a lease the tasks. */
    private void follow(Committed what) {
        tell(() -> what.booking.begin(what.claimed));
        what.hints.forEach(UnitsOfWork::tell);
        if (what.events || what.tasks) {
            tell(() -> committed.fire(what));
        }
    }

    private static void tell(Runnable hint) {
        try {
            hint.run();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "nobody was told of a commit");
        }
    }
}
