package dev.orderflow.notification.secret;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.notification.persistence.SecretRow;
import dev.orderflow.notification.persistence.SecretRows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Seals with the present key what another one has sealed, or none, in small transactions; each replica takes others. A
 * secret that can't be opened is passed over, and stays as it is until it signs no more or its customer rotates.
 */
@Singleton
class SealSweeper {

    private static final Logger LOG = Logger.getLogger(SealSweeper.class);
    private static final int BATCH = 200;

    /** @param last the last customer that was looked at; null when there are no more */
    private record Progress(String last, int sealed, int unreadable) {}

    private static final Progress BEGIN = new Progress("", 0, 0);

    private final SecretRows rows;
    private final SealedSecrets secrets;
    private final UnitsOfWork units;

    @Inject
    SealSweeper(SecretRows rows, SealedSecrets secrets, UnitsOfWork units) {
        this.rows = rows;
        this.secrets = secrets;
        this.units = units;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(BEGIN), so -> step(so.get()).invoke(so::set))
                .whilst(now -> now.last() != null)
                .collect()
                .last()
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private Uni<Progress> step(Progress before) {
        return units.run(work -> rows.sealedOtherwise(work.sql(), secrets.current(), before.last(), BATCH)
                .chain(stale -> seal(work, stale, before)));
    }

    private Uni<Progress> seal(UnitOfWork work, List<SecretRow> stale, Progress before) {
        var renewed = stale.stream()
                .map(row -> row.with(each -> secrets.renewed(each, row.customer())))
                .toList();
        int sealed = (int)
                renewed.stream().filter(row -> row.all(secrets::isCurrent)).count();
        var last = stale.size() < BATCH ? null : stale.getLast().customer();
        var now = new Progress(last, before.sealed() + sealed, before.unreadable() + stale.size() - sealed);
        return rows.replace(work.sql(), renewed).replaceWith(now);
    }

    private void tell(Progress swept) {
        if (swept.sealed() > 0) {
            LOG.infof("%d customers' secrets were sealed with the key %s", swept.sealed(), secrets.current());
        }
        if (swept.unreadable() > 0) {
            LOG.warnf("%d customers have secrets that can't be opened with the keys there are", swept.unreadable());
        }
    }
}
