package dev.orderflow.messaging.relay;

import dev.orderflow.messaging.config.MessagingConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Publishes the journal: at least once, and in order per key. One replica at a time does it, by a lease.
 *
 * <p>A turn reads the rows above the highest known position and those that have come up in gaps, publishes them, waits
 * for every acknowledgement, and only then moves the durable cursor to the lowest open gap - 1. A crash in between
 * publishes again what lies above the cursor; the readers' inbox absorbs it.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private static final int RENEWALS_PER_LEASE = 3;

    private final JournalTail tail;
    private final CursorRow cursor;
    private final KafkaPublisher publisher;
    private final MessagingConfig.Relay config;
    private final Event<LeaseTaken> leaseTaken;
    private final UUID owner = UUID.randomUUID();

    private Lease lease;
    private Gaps gaps;
    private long renewAt;
    private boolean announced;

    @Inject
    Relay(
            JournalTail tail,
            CursorRow cursor,
            KafkaPublisher publisher,
            MessagingConfig config,
            Event<LeaseTaken> leaseTaken) {
        this.tail = tail;
        this.cursor = cursor;
        this.publisher = publisher;
        this.config = config.relay();
        this.leaseTaken = leaseTaken;
    }

    /** One turn; answers whether another one should follow at once. */
    Uni<Boolean> turn() {
        return lease == null ? cursor.acquire(owner, config.lease()).chain(this::begin) : pollAndPublish();
    }

    /** Taking the lease is no turn of its own: a relay that takes it and fails to publish has failed. */
    private Uni<Boolean> begin(Optional<Lease> acquired) {
        acquired.ifPresent(taken -> {
            lease = taken;
            gaps = new Gaps(taken.position());
            announced = false;
            prolonged();
        });
        return acquired.isPresent() ? pollAndPublish() : Uni.createFrom().item(false);
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
        return whileHeld(publisher
                .publish(poll.publicRows())
                .ifNoItem()
                .after(config.patience())
                .fail()
                .chain(() -> takeIn(poll)));
    }

    /**
     * Acknowledgements that take longer than the lease must not make the replicas take turns, publish the same again and
     * again and never move the cursor. Who loses the lease all the same, by being frozen, stops at once.
     */
    private Uni<Void> whileHeld(Uni<Void> work) {
        return Uni.combine().any().of(work, renewals(lease));
    }

    /** Never completes. A database that does not answer a renewal is asked again; the lease's end decides. */
    private Uni<Void> renewals(Lease held) {
        var period = config.lease().dividedBy(RENEWALS_PER_LEASE);
        return Multi.createFrom()
                .ticks()
                .startingAfter(period)
                .every(period)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> cursor.prolong(held, config.lease())
                        .onFailure(failure -> !(failure instanceof LeaseLostException))
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }

    /** Only once it has worked: a broker that is away must not make the application publish its state again and again. */
    private void announce() {
        if (!announced) {
            announced = true;
            LOG.infof("publishing from position %d, epoch %d", lease.position(), lease.epoch());
            leaseTaken.fireAsync(new LeaseTaken(lease.epoch()));
        }
    }

    private Uni<Void> takeIn(Poll poll) {
        long before = gaps.cursor();
        gaps.observe(poll.snapshotXmin(), poll.positions(), poll.rows().size() >= config.batch());
        return boundNewGaps()
                .chain(() -> gaps.cursor() > before || System.nanoTime() > renewAt ? advance() : nothing());
    }

    private Uni<Void> boundNewGaps() {
        return gaps.hasUnbounded() ? tail.nextXid().invoke(gaps::bound).replaceWithVoid() : nothing();
    }

    private Uni<Void> advance() {
        return cursor.advance(lease, gaps.cursor(), config.lease()).invoke(this::prolonged);
    }

    private void prolonged() {
        renewAt = System.nanoTime() + config.lease().toNanos() / RENEWALS_PER_LEASE;
    }

    /**
     * Whatever failed, the truth is in the cursor row: start again from there. The lease is given back, so that no one
     * has to wait for it; if it was lost, that changes nothing.
     */
    private Uni<Void> forget(Throwable failure) {
        LOG.debugf("publishing stopped at position %d: %s", gaps.cursor(), failure);
        return publisher.abandon().chain(this::handBack);
    }

    /** What is unacknowledged is another's to publish: it is not sent any more once the lease is handed back. */
    Uni<Void> stop() {
        return publisher.abandon().onFailure().recoverWithNull().chain(this::handBack);
    }

    Uni<Void> handBack() {
        var held = lease;
        lease = null;
        return held == null ? nothing() : cursor.release(held).onFailure().recoverWithNull();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    int openGaps() {
        return gaps == null ? 0 : gaps.count();
    }
}
