package dev.orderflow.order.api;

import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import dev.orderflow.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What order refuses to who would erase a customer. */
@Singleton
class CustomerProblems implements ProblemSource {

    private static final int NAMED = 100;

    private static final ProblemType HAS_OPEN_ORDERS = new ProblemType(
            "customer-has-open-orders",
            409,
            "The customer's data is still needed",
            "The orders that \"orders\" names (a hundred at most) are under way: their addresses and contacts are still"
                    + " needed. Wait until they are settled, or cancel them, then ask again. Nothing was erased.");

    @Override
    public List<ProblemType> types() {
        return List.of(HAS_OPEN_ORDERS);
    }

    /** A moment later the customer is a new one. */
    static ProblemException isBeingErased() {
        return Problems.unavailable("This customer is being erased; what is ordered after it is taken");
    }

    static ProblemException hasOpenOrders(List<UUID> open) {
        return HAS_OPEN_ORDERS
                .because(open.size() + " of the customer's orders are open")
                .with("orders", open.stream().limit(NAMED).toList());
    }
}
