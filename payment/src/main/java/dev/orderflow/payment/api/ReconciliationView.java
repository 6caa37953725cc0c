package dev.orderflow.payment.api;

import dev.orderflow.payment.reconciliation.Difference;
import dev.orderflow.payment.reconciliation.LastRun;
import dev.orderflow.platform.paging.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of differences.
 *
 * @param lastRun absent until a run has come to its end
 * @param items the oldest first; empty if the books agree
 * @param next the address of the next page; absent on the last one
 */
@RegisterForReflection
@Schema(name = "Reconciliation", requiredProperties = "items")
public record ReconciliationView(LastRun lastRun, List<Difference> items, String next) {

    static ReconciliationView of(LastRun lastRun, Page<Difference> page) {
        return new ReconciliationView(lastRun, page.items(), page.next());
    }
}
