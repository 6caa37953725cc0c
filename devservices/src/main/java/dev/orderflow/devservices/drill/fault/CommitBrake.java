package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.Endpoints;
import dev.orderflow.devservices.system.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Holds some transactions up between drawing their events' positions and committing, as a slow disk or a busy server may,
 * so that later positions become visible before. A trigger in the drill's own databases does so; no service knows of it.
 */
record CommitBrake(List<String> databases) {

    /** A prime, so that it hits all kinds of events. */
    private static final int EVERY = 17;

    /** Long for a relay, which looks ten times a second at least; short for whoever waits for a lock (4 s). */
    private static final Duration HELD = Duration.ofMillis(400);

    /**
     * Whoever writes is in the way of a change of triggers, on a busy machine for a second and more; and must not wait for it
     * as long as for a lock.
     */
    private static final String BRIEFLY = "SET lock_timeout = '2s'";

    private static final List<String> PUT_ON =
            List.of(BRIEFLY, """
            CREATE OR REPLACE FUNCTION drill_brake() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_sleep(%s); RETURN NULL; END $$""".formatted(HELD.toMillis() / 1_000.0), """
            CREATE OR REPLACE TRIGGER drill_brake AFTER INSERT ON journal
            FOR EACH ROW WHEN (NEW.position %% %d = 0) EXECUTE FUNCTION drill_brake()""".formatted(EVERY));

    private static final List<String> TAKE_OFF = List.of(BRIEFLY, "DROP FUNCTION IF EXISTS drill_brake() CASCADE");

    /** Postgres may be on its way back from its own fault. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static CommitBrake of(Endpoints endpoints) {
        return new CommitBrake(
                Service.withDatabase().stream().map(endpoints::jdbcUrl).toList());
    }

    void putOn() {
        everywhere(PUT_ON);
    }

    void takeOff() {
        everywhere(TAKE_OFF);
    }

    private void everywhere(List<String> statements) {
        for (String database : databases) {
            if (!Wait.until(() -> isDone(database, statements), PATIENCE)) {
                throw new PartFailed("the journal of " + database + " can't be changed");
            }
        }
    }

    private static boolean isDone(String database, List<String> statements) {
        try (Connection connection = DriverManager.getConnection(database, Postgres.USER, Postgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }
}
