package dev.orderflow.bench.data;

import java.io.IOException;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;

/** The tables of one service: gathers what it knows of orders, and sends it. */
interface Tables {

    /** One order more. */
    void add(Purchase purchase);

    /** What there is besides orders, after the last of them. */
    default void addRest() {}

    /** Sends what was gathered, what others refer to first. */
    void send(CopyManager copy) throws SQLException, IOException;

    /** How many rows were sent so far. */
    long sent();
}
