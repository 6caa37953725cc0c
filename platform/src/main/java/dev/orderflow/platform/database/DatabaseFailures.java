package dev.orderflow.platform.database;

import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.platform.problem.KnownFailures;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import io.vertx.sqlclient.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is away or overloaded may be asked again; a text that Postgres can't store is its sender's. */
@Singleton
public final class DatabaseFailures implements KnownFailures {

    /** character_not_in_repertoire, untranslatable_character: a NUL in a text, which only a client can have sent. */
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

    @Override
    public Optional<ProblemException> problem(Throwable failure) {
        if (Faults.of(failure) != Faults.DETERMINISTIC) {
            return Optional.of(Problems.unavailable("Something that this service depends on is away or overloaded"));
        }
        return sqlState(failure)
                .filter(UNSTORABLE_TEXT::contains)
                .map(state -> Problems.invalid("request", "has a character that can't be stored"));
    }

    @Override
    public Optional<String> code(Throwable failure) {
        return sqlState(failure).map(state -> "SQLSTATE " + state);
    }

    private static Optional<String> sqlState(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> switch (cause) {
                    case DatabaseException error -> Stream.of(String.valueOf(error.getSqlState()));
                    // What Hibernate makes of it.
                    case SQLException error -> Stream.of(String.valueOf(error.getSQLState()));
                    default -> Stream.<String>empty();
                })
                .findFirst();
    }
}
