package dev.orderflow.messaging.transaction;

import dev.orderflow.messaging.journal.Appended;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.messaging.task.ScheduledTask;
import dev.orderflow.messaging.trace.EventSpans;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One transaction: the connection for the state change, and the events and tasks that go with it. They are collected
 * and written at the end, one statement for all events and one for all tasks.
 */
public final class UnitOfWork {

    private final SqlConnection sql;
    private final EventSpans spans;
    private final List<Appended> events = new ArrayList<>();
    private final List<ScheduledTask> tasks = new ArrayList<>();
    private final List<Uni<Void>> ends = new ArrayList<>();
    private final List<Runnable> hints = new ArrayList<>();

    UnitOfWork(SqlConnection sql, EventSpans spans) {
        this.sql = sql;
        this.spans = spans;
    }

    public SqlConnection sql() {
        return sql;
    }

    /** The spans of what is done in it. They end after the commit, which may fail as well. */
    public EventSpans spans() {
        return spans;
    }

    /** Appends with the trace that is current now. */
    public UnitOfWork append(Collection<NewEvent> appended) {
        return append(appended, Cause.here());
    }

    public UnitOfWork append(Collection<NewEvent> appended, Cause cause) {
        appended.forEach(event -> events.add(new Appended(event, cause)));
        return this;
    }

    public UnitOfWork schedule(Collection<NewTask> scheduled) {
        return schedule(scheduled, Cause.here());
    }

    public UnitOfWork schedule(Collection<NewTask> scheduled, Cause cause) {
        scheduled.forEach(task -> tasks.add(ScheduledTask.of(task, cause)));
        return this;
    }

    /**
     * A last statement, which is sent together with the events and tasks: it can append and schedule nothing any more. What it
     * fails with undoes the whole work.
     */
    public UnitOfWork endWith(Uni<Void> statement) {
        ends.add(statement);
        return this;
    }

    /** Runs after the commit, in this process: a hint, which a crash in between loses. */
    public UnitOfWork afterCommit(Runnable hint) {
        hints.add(hint);
        return this;
    }

    List<Uni<Void>> ends() {
        return ends;
    }

    List<Runnable> hints() {
        return hints;
    }

    List<Appended> events() {
        return events;
    }

    List<ScheduledTask> tasks() {
        return tasks;
    }
}
