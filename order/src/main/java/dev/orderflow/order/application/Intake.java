package dev.orderflow.order.application;

import dev.orderflow.messaging.control.SwitchBoard;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Whether orders are taken, as far as this replica knows; asking costs no statement. */
@Singleton
public final class Intake {

    /** What it is turned off by. */
    public static final String SWITCH = "intake";

    private final SwitchBoard board;

    @Inject
    Intake(SwitchBoard board) {
        this.board = board;
    }

    /** 1 while orders are taken, else 0; not a number while nobody can say. Refusals by an operator's word are no failures. */
    void show(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("orderflow.order.intake.open", this::asNumber).register(registry);
    }

    private double asNumber() {
        if (!isKnown()) {
            return Double.NaN;
        }
        return isOpen() ? 1 : 0;
    }

    /** False while the database has never been reached: nobody can say then. */
    public boolean isKnown() {
        return board.isKnown();
    }

    public boolean isOpen() {
        return board.isOn(SWITCH);
    }
}
