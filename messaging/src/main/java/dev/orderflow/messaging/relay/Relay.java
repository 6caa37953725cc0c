package dev.orderflow.messaging.relay;

import dev.orderflow.messaging.config.MessagingConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Publishes the journal: at least once, and in order per key. One replica at a time does it, by a lease.
 *
 * <p>A turn reads the rows above the highest known position and those that have come up in gaps, publishes them and waits
 * for every acknowledgement; only what is acknowledged does the durable cursor pass, up to the lowest open gap - 1. The
 * turns of a busy moment share one move of it. A crash in between publishes again what lies above the cursor; the
 * readers' inbox absorbs it.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final JournalTail tail;
    private final CursorRow cursor;
    private final KafkaPublisher publisher;
    private final MessagingConfig.Relay config;
    private final Event<LeaseChange> changes;
    private final UUID owner = UUID.randomUUID();

    private Tenure tenure;
    private Gaps gaps;
    private List<JournalRow> unsettled = List.of();
    private long moveAt;
    private long moved;
    /** What the row may say. A stop in the middle of a turn reads it from another thread. */
    private volatile long settled;

    private boolean announced;

    @Inject
    Relay(
            JournalTail tail,
            CursorRow cursor,
            KafkaPublisher publisher,
            MessagingConfig config,
            Event<LeaseChange> changes) {
        this.tail = tail;
        this.cursor = cursor;
        this.publisher = publisher;
        this.config = config.relay();
        this.changes = changes;
    }

    /** One turn; answers whether another one should follow at once. */
    Uni<Boolean> turn() {
        return tenure == null ? acquire() : pollAndPublish();
    }

    /** Taking the lease is no turn of its own: a relay that takes it and fails to publish has failed. */
    private Uni<Boolean> acquire() {
        long asked = System.nanoTime();
        return cursor.acquire(owner, config.lease())
                .invoke(acquired -> acquired.ifPresent(lease -> begin(lease, asked)))
                .chain(acquired -> acquired.isPresent()
                        ? pollAndPublish()
                        : Uni.createFrom().item(false));
    }

    private void begin(Lease lease, long asked) {
        tenure = new Tenure(lease, config.lease(), asked);
        gaps = new Gaps(lease.position());
        settled = lease.position();
        moved = settled;
        moveAt = asked;
        announced = false;
    }

    private Uni<Boolean> pollAndPublish() {
        return tail.poll(gaps, config.batch())
                .call(poll -> poll.publicRows().isEmpty() ? takeIn(poll) : publishAndTakeIn(poll))
                .invoke(this::announce)
                .map(poll -> poll.rows().size() >= config.batch())
                .onFailure()
                .call(this::forget);
    }

    private Uni<Void> publishAndTakeIn(Poll poll) {
        return whileHeld(publish(poll)
                .ifNoItem()
                .after(config.patience())
                .fail()
                .chain(() -> takeIn(poll))
                .invoke(() -> unsettled = List.of()));
    }

    /** Who was frozen since it last asked may read what its successor has published long ago: first it asks again. */
    private Uni<Void> publish(Poll poll) {
        var held = tenure;
        return (held.isDue(System.nanoTime()) ? renew(held) : nothing())
                .invoke(() -> unsettled = poll.publicRows())
                .chain(() -> Uni.combine().any().of(publisher.publish(poll.publicRows()), end(held)));
    }

    /** Fails when the lease is over, and that is not before it was renewed for the last time. */
    private static Uni<Void> end(Tenure held) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().voidItem().onItem().delayIt().by(atLeastBriefly(held)))
                .chain(() -> held.isOver(System.nanoTime())
                        ? Uni.createFrom().failure(new LeaseLostException(held.lease()))
                        : end(held));
    }

    private static Duration atLeastBriefly(Tenure held) {
        return Duration.ofMillis(Math.max(1, held.left(System.nanoTime()).toMillis()));
    }

    /**
     * Acknowledgements that take longer than the lease must not make the replicas take turns, publish the same again and
     * again and never move the cursor. Who loses the lease all the same, by being frozen, stops at once.
     */
    private Uni<Void> whileHeld(Uni<Void> work) {
        return Uni.combine().any().of(work, renewals(tenure));
    }

    /** Never completes. A database that does not answer a renewal is asked again; what is sent ends with the lease. */
    private Uni<Void> renewals(Tenure held) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(held.renewal())
                .every(held.renewal())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> renew(held)
                        .ifNoItem()
                        .after(config.lease())
                        .fail()
                        .onFailure(
                                failure -> !(failure instanceof LeaseLostException) && !held.isOver(System.nanoTime()))
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> renew(Tenure held) {
        long asked = System.nanoTime();
        return cursor.prolong(held.lease(), config.lease()).invoke(() -> held.renewed(asked));
    }

    /** Only once it has worked: a broker that is away must not make the application publish its state again and again. */
    private void announce() {
        if (!announced) {
            announced = true;
            LOG.infof(
                    "publishing from position %d, epoch %d",
                    tenure.lease().position(), tenure.lease().epoch());
            changes.fireAsync(new LeaseTaken(tenure.lease().epoch()));
        }
    }

    private Uni<Void> takeIn(Poll poll) {
        gaps.observe(poll.snapshotXmin(), poll.positions(), poll.rows().size() >= config.batch());
        settled = gaps.cursor();
        return boundNewGaps().chain(() -> isMoveDue(poll) ? advance() : nothing());
    }

    /** At once after a quiet moment and before one, else now and then; and before the lease can be another's. */
    private boolean isMoveDue(Poll poll) {
        long now = System.nanoTime();
        return tenure.isDue(now) || settled > moved && (poll.rows().isEmpty() || now - moveAt >= 0);
    }

    private Uni<Void> boundNewGaps() {
        return gaps.hasUnbounded() ? tail.nextXid().invoke(gaps::bound).replaceWithVoid() : nothing();
    }

    private Uni<Void> advance() {
        var held = tenure;
        long position = settled;
        long asked = System.nanoTime();
        return cursor.advance(held.lease(), position, config.lease()).invoke(() -> {
            moved = position;
            moveAt = asked + config.settle().toNanos();
            held.renewed(asked);
        });
    }

    /**
     * Whatever failed, the truth is in the cursor row: start again from there. The lease is given back, so that no one
     * has to wait for it; if it was lost, that changes nothing.
     */
    private Uni<Void> forget(Throwable failure) {
        LOG.debugf("publishing stopped at position %d: %s", gaps.cursor(), failure);
        return publisher.abandon().chain(this::handBack);
    }

    /**
     * What is unacknowledged is another's to publish: it is not sent any more once the lease is handed back. What is
     * acknowledged nobody has to publish again.
     */
    Uni<Void> stop() {
        return publisher.abandon().onFailure().recoverWithNull().chain(() -> handBackAt(settled));
    }

    Uni<Void> handBack() {
        return handBackAt(moved);
    }

    private Uni<Void> handBackAt(long position) {
        var held = tenure;
        tenure = null;
        return held == null
                ? nothing()
                : cursor.release(held.lease(), position)
                        .onFailure()
                        .recoverWithItem(false)
                        .invoke(wasHeld -> tellIfLost(held.lease(), wasHeld))
                        .replaceWithVoid();
    }

    /** Up to a hand-back nobody else has published, and the next holder repeats recent state. */
    private void tellIfLost(Lease lease, boolean wasHeld) {
        var doubtful = unsettled;
        unsettled = List.of();
        if (!wasHeld && !doubtful.isEmpty()) {
            LOG.infof("the lease of epoch %d was lost with %d events on their way", lease.epoch(), doubtful.size());
            changes.fire(LeaseLost.with(lease, doubtful));
        }
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    int openGaps() {
        return gaps == null ? 0 : gaps.count();
    }
}
