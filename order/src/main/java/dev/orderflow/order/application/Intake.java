package dev.orderflow.order.application;

import dev.orderflow.messaging.control.SwitchBoard;
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

    /** False while the database has never been reached: nobody can say then. */
    public boolean isKnown() {
        return board.isKnown();
    }

    public boolean isOpen() {
        return board.isOn(SWITCH);
    }
}
