package dev.orderflow.bench.data;

import dev.orderflow.contracts.OrderScoped;
import java.time.Instant;

/** What a service that forgets has in its journal about one order. */
final class ServiceEvents {

    private final DataPlan plan;
    private final Purchase purchase;
    private final JournalRows journal;
    private final Chance ids;

    ServiceEvents(DataPlan plan, Purchase purchase, JournalRows journal) {
        this.plan = plan;
        this.purchase = purchase;
        this.journal = journal;
        this.ids = new Chance(
                purchase.id().getMostSignificantBits() ^ purchase.id().getLeastSignificantBits());
    }

    void published(long version, OrderScoped event, Instant at) {
        if (plan.isKept(at)) {
            journal.published(ids.idAt(at), purchase.id().toString(), version, event, headers(), at);
        }
    }

    void internal(long version, String type, OrderScoped event, Instant at) {
        if (plan.isKept(at)) {
            journal.internal(ids.idAt(at), purchase.id().toString(), version, type, event, headers(), at);
        }
    }

    private String headers() {
        return Headers.of(purchase.names().trace(), null, null);
    }
}
