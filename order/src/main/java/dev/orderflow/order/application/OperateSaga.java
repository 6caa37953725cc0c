package dev.orderflow.order.application;

import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.order.application.Commanded.Done;
import dev.orderflow.order.domain.OrderInput.AcceptReturn;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.ChangeAddress;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.Resolve;
import dev.orderflow.order.domain.OrderInput.Retry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** An operator's hand on a saga: what takes effect is audited in the same unit of work. */
@Singleton
public final class OperateSaga {

    private final CommandOrder commands;
    private final Audit audit;

    @Inject
    OperateSaga(CommandOrder commands, Audit audit) {
        this.commands = commands;
        this.audit = audit;
    }

    /** @param command {@link Retry} or {@link Resolve} */
    public Uni<Commanded> run(UnitOfWork work, UUID orderId, Actor operator, Command command) {
        var entry = entry(orderId, operator, command);
        return commands.run(work, orderId, operator, command)
                .call(outcome -> outcome instanceof Done
                        ? audit.record(work.sql(), entry)
                        : Uni.createFrom().voidItem());
    }

    private static AuditEntry entry(UUID orderId, Actor operator, Command command) {
        return switch (command) {
            case Retry() -> new AuditEntry(operator.subject(), "saga-retried", orderId.toString(), Map.of());
            case Resolve(var outcome, var reason) ->
                new AuditEntry(
                        operator.subject(),
                        "saga-resolved",
                        orderId.toString(),
                        Map.of("outcome", outcome.name(), "reason", reason));
            case Cancel _, ChangeAddress _, AcceptReturn _ ->
                throw new IllegalArgumentException(command + " is no operator's alone");
        };
    }
}
