package dev.orderflow.platform.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a migration failed because the database can't be had now, or a table of it, not because of what it does. */
final class DatabaseAway {

    /**
     * Connection, authorization, resources and operator intervention (PostgreSQL, appendix A, "Error Codes"): a server
     * that is not there, starts up or is full, and a password that is being changed.
     */
    private static final Set<String> CLASSES = Set.of("08", "28", "53", "57");

    /** invalid_catalog_name: the database is not there yet. */
    private static final String NO_DATABASE = "3D000";

    /** lock_not_available: replicas of the release before are using what is to be changed. */
    private static final String LOCKED = "55P03";

    private static final Set<String> STATES = Set.of(NO_DATABASE, LOCKED);

    private DatabaseAway() {}

    static boolean is(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(DatabaseAway::isAway);
    }

    /** The pool has no SQLSTATE for a connection that could not be made in time. */
    private static boolean isAway(String state) {
        return state == null || STATES.contains(state) || CLASSES.contains(state.substring(0, 2));
    }

    /** The database's own words, in one line. */
    static String reason(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(failure)
                .getMessage()
                .lines()
                .findFirst()
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
