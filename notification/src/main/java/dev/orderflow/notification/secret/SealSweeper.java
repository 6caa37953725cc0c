package dev.orderflow.notification.secret;

import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.notification.persistence.SecretRow;
import dev.orderflow.notification.persistence.SecretRows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Seals with the present key what another one has sealed, or none, in small transactions; each replica takes others. */
@Singleton
class SealSweeper {

    private static final Logger LOG = Logger.getLogger(SealSweeper.class);
    private static final int BATCH = 200;

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
        return units.run(work -> rows.sealedOtherwise(work.sql(), secrets.current(), BATCH)
                        .chain(stale -> rows.replace(work.sql(), sealed(stale)).replaceWith(stale.size())))
                .invoke(this::tell)
                .chain(found -> found == BATCH ? sweep() : Uni.createFrom().voidItem());
    }

    private List<SecretRow> sealed(List<SecretRow> stale) {
        return stale.stream()
                .map(row -> row.with(each -> secrets.seal(secrets.open(each, row.customer()), row.customer())))
                .toList();
    }

    private void tell(int found) {
        if (found > 0) {
            LOG.infof("%d customers' secrets were sealed with the key %s", found, secrets.current());
        }
    }
}
