package dev.orderflow.order.application;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.order.persistence.PersonalData;
import dev.orderflow.platform.events.ErasedCustomers;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Erases a customer's personal data here, in one unit of work with the event that makes every other service do so. Orders,
 * sums and stock stay as they are. Repeating it changes nothing more.
 */
@Singleton
public final class EraseCustomer {

    private static final int TELLING_TIME = 7;

    private final PersonalData data;
    private final ErasedCustomers customers;
    private final IdempotentCalls calls;
    private final Audit audit;
    private final Clock clock;

    @Inject
    EraseCustomer(PersonalData data, ErasedCustomers customers, IdempotentCalls calls, Audit audit, Clock clock) {
        this.data = data;
        this.customers = customers;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers the customer's open orders: if there is one, nothing was done. */
    public Uni<List<UUID>> run(UnitOfWork work, String customerId, Actor operator) {
        return data.lockAndFindOpen(work.sql(), customerId)
                .call(open -> open.isEmpty()
                        ? erase(work, customerId, operator)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> erase(UnitOfWork work, String customerId, Actor operator) {
        return data.orders(work.sql(), customerId)
                .chain(orders -> erase(work, new CustomerErased(customerId, after(orders)), orders))
                .chain(() -> audit.record(
                        work.sql(), new AuditEntry(operator.subject(), "customer-erased", customerId, Map.of())));
    }

    /**
     * Now, but not before one of the orders got its id: another replica, whose clock is ahead, may have made it. Every service
     * compares the two, and so does whoever places an order from now on.
     */
    private Instant after(List<UUID> orders) {
        return orders.stream()
                .filter(order -> order.version() == TELLING_TIME)
                .map(EventIds::madeAt)
                .reduce(clock.instant(), (one, other) -> one.isBefore(other) ? other : one);
    }

    private Uni<Void> erase(UnitOfWork work, CustomerErased erased, List<UUID> orders) {
        var customerId = erased.customerId();
        work.append(List.of(new NewEvent(customerId, erased.at().toEpochMilli(), erased)));
        return customers
                .remember(work.sql(), List.of(erased))
                .chain(() -> data.erase(work.sql(), customerId))
                .chain(() -> forgetAnswers(work.sql(), customerId, orders));
    }

    /** What the customer was answered, and what others were who called for these orders: an operator who cancelled one. */
    private Uni<Void> forgetAnswers(SqlConnection sql, String customerId, List<UUID> orders) {
        return calls.forget(sql, customerId)
                .chain(() -> calls.forgetNaming(
                        sql, orders.stream().map(UUID::toString).toList()));
    }
}
