package dev.orderflow.platform.admin;

import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.messaging.control.SwitchState;
import dev.orderflow.messaging.control.Switches;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** Switches in an operator's hand: what changes is audited in the same transaction, what does not is not. */
@Singleton
public final class OperatorSwitches {

    private final UnitsOfWork units;
    private final Switches switches;
    private final Audit audit;
    private final Pool pool;

    @Inject
    OperatorSwitches(UnitsOfWork units, Switches switches, Audit audit, Pool pool) {
        this.units = units;
        this.switches = switches;
        this.audit = audit;
        this.pool = pool;
    }

    /**
     * @param entry what is recorded if this changes anything
     * @return every switch that was ever touched, by name, as it is after that
     */
    public Uni<Map<String, SwitchState>> turn(String name, boolean on, AuditEntry entry) {
        return units.run(work -> switches.turn(work, name, on)
                        .call(changed -> changed
                                ? audit.record(work.sql(), entry)
                                : Uni.createFrom().voidItem()))
                .chain(this::all);
    }

    /** Every switch that was ever touched, by name, as the database has it. */
    public Uni<Map<String, SwitchState>> all() {
        return pool.withConnection(switches::all)
                .map(states -> states.stream().collect(Collectors.toMap(SwitchState::name, state -> state)));
    }
}
