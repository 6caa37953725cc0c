package dev.orderflow.messaging.retention;

import dev.orderflow.messaging.retention.Month.Fate;
import dev.orderflow.messaging.retention.Month.Table;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Drops what is too old, once. One replica at a time: the others find its advisory lock and leave it to it. Each step is
 * a transaction of its own that can be repeated, so that a crash leaves nothing that the next round does not find.
 */
@Singleton
final class RetentionRound {

    private static final Logger LOG = Logger.getLogger(RetentionRound.class);

    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('orderflow.messaging.retention'))";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext('orderflow.messaging.retention'))";

    private final Pool pool;
    private final Months months;
    private final SettledLetters letters;
    private final ExpiredTasks tasks;
    private final RetentionMetrics metrics;

    @Inject
    RetentionRound(Pool pool, Months months, SettledLetters letters, ExpiredTasks tasks, RetentionMetrics metrics) {
        this.pool = pool;
        this.months = months;
        this.letters = letters;
        this.tasks = tasks;
        this.metrics = metrics;
    }

    /**
     * Fails with what has failed, behind the last step: one that can't be done must not let the others' tables grow.
     *
     * @param states topics whose settled letters stay
     */
    Uni<Void> run(Ages ages, Collection<String> states) {
        return pool.withConnection(sql -> alone(
                sql,
                () -> each(List.of(
                        () -> months(sql, Table.JOURNAL, ages.journal()),
                        () -> months(sql, Table.INBOX, ages.inbox()),
                        () -> letters(sql, ages.letters(), states),
                        () -> tasks(sql, ages.tasks())))));
    }

    private static Uni<Void> each(List<Supplier<Uni<Void>>> steps) {
        return Uni.join()
                .all(steps.stream()
                        .map(step -> Uni.createFrom().<Void>deferred(step::get))
                        .toList())
                .usingConcurrencyOf(1)
                .andCollectFailures()
                .replaceWithVoid();
    }

    /** The lock ends with the connection, should this process die. */
    private static Uni<Void> alone(SqlConnection sql, Supplier<Uni<Void>> work) {
        return sql.query(LOCK)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(mine -> mine
                        ? work.get()
                                .eventually(() -> sql.query(UNLOCK).execute().replaceWithVoid())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> months(SqlConnection sql, Table table, Optional<Duration> age) {
        return age.map(limit -> dropOlderThan(sql, table, limit))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> months.oldest(sql, table))
                .invoke(oldest -> oldest.ifPresent(begin -> metrics.oldest(table, begin)))
                .replaceWithVoid();
    }

    private Uni<Void> dropOlderThan(SqlConnection sql, Table table, Duration age) {
        return months.olderThan(sql, table, age)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(month -> months.drop(sql, month).invoke(fate -> tell(month, fate)))
                .collect()
                .asList()
                .invoke(fates -> metrics.found(table, fates))
                .replaceWithVoid();
    }

    private static void tell(Month month, Fate fate) {
        switch (fate) {
            case DROPPED -> LOG.infof("dropped %s", month.name());
            case UNPUBLISHED ->
                LOG.warnf(
                        "%s is too old, but stays: the relay has not published all of it. Does it run?", month.name());
            case IN_USE ->
                LOG.warnf("%s is too old, but stays for now: its table was in use at every try", month.name());
        }
    }

    private Uni<Void> letters(SqlConnection sql, Optional<Duration> age, Collection<String> states) {
        return age.map(limit -> letters.delete(sql, limit, states))
                .orElseGet(() -> Uni.createFrom().item(0L))
                .invoke(metrics::deletedLetters)
                .replaceWithVoid();
    }

    private Uni<Void> tasks(SqlConnection sql, Duration age) {
        return tasks.delete(sql, age).invoke(metrics::deletedTasks).replaceWithVoid();
    }
}
