package dev.orderflow.inventory.api;

import dev.orderflow.inventory.domain.Shelf;
import dev.orderflow.inventory.domain.Stock;
import dev.orderflow.inventory.domain.StockAdjusted;
import dev.orderflow.inventory.gate.Settlements;
import dev.orderflow.inventory.persistence.StockTable;
import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Adjusts stock in a unit of work; the audit, and the journal as long as that is kept, tell who did it and why. */
@Singleton
final class StockKeeper {

    private final StockTable stocks;
    private final Settlements settlements;
    private final Audit audit;

    @Inject
    StockKeeper(StockTable stocks, Settlements settlements, Audit audit) {
        this.stocks = stocks;
        this.settlements = settlements;
        this.audit = audit;
    }

    /** Fails with {@code not-found} or {@code insufficient-stock}. */
    Uni<Stock> adjust(UnitOfWork work, String sku, Adjustment adjustment, String by) {
        return stocks.lock(work.sql(), List.of(sku))
                .map(found -> adjusted(Optional.ofNullable(found.get(sku)), adjustment))
                .call(stock -> stocks.update(work.sql(), List.of(stock)))
                .call(stock -> audit.record(work.sql(), AuditEntries.adjusted(stock, adjustment, by)))
                .invoke(stock -> work.afterCommit(() -> settlements.committed(List.of(stock), List.of())))
                .invoke(stock -> record(work, StockAdjusted.to(stock, adjustment.delta(), adjustment.reason(), by)));
    }

    private static Stock adjusted(Optional<Shelf> found, Adjustment adjustment) {
        var stock = found.map(Shelf::stock).orElseThrow(() -> Problems.notFound("product"));
        return stock.adjust(adjustment.delta())
                .orElseThrow(() -> InventoryProblems.insufficient(stock, adjustment.delta()));
    }

    private static void record(UnitOfWork work, StockAdjusted event) {
        work.append(List.of(new NewEvent(event.key(), event.version(), event)));
    }
}
