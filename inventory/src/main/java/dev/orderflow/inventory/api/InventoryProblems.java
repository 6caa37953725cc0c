package dev.orderflow.inventory.api;

import dev.orderflow.inventory.domain.Stock;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** What inventory refuses beside what every service does. */
@Singleton
class InventoryProblems implements ProblemSource {

    private static final ProblemType INSUFFICIENT_STOCK = new ProblemType(
            "insufficient-stock",
            409,
            "Fewer pieces than are reserved would be left",
            "The adjustment takes away more pieces than are available. Reserved pieces are promised to orders: cancel"
                    + " orders first, or take away \"available\" pieces at most.");

    @Override
    public List<ProblemType> types() {
        return List.of(INSUFFICIENT_STOCK);
    }

    static ProblemException insufficient(Stock stock, int delta) {
        return INSUFFICIENT_STOCK
                .because("%d of %d pieces are reserved; %d can't be taken away"
                        .formatted(stock.reserved(), stock.onHand(), -(long) delta))
                .with("available", stock.available());
    }
}
