package dev.orderflow.messaging.sql;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a filter asks for and no more: a statement is planned once for all its values ({@code plan_cache_mode}), and for one
 * that asks whether a parameter is null no index is of use.
 */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    /**
     * Leaves the condition out where the value is null.
     *
     * @param comparison column and operator, such as {@code position <}
     * @param value an {@link Instant} or what the driver takes
     */
    public Conditions where(String comparison, Object value) {
        if (value != null) {
            conditions.add(comparison + " " + parameter(value));
        }
        return this;
    }

    /**
     * As a literal, so that the planner sees which partial index it may use. Leaves the condition out where the value is null.
     *
     * @param value whose name is one of the column's
     */
    public Conditions whereNamed(String column, Enum<?> value) {
        if (value != null) {
            conditions.add("%s = '%s'".formatted(column, value.name()));
        }
        return this;
    }

    /** Adds a value, and answers what stands for it in the statement, such as {@code $3}. */
    public String parameter(Object value) {
        values.addValue(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return "$" + values.size();
    }

    /** All that were given, joined by AND; true where there are none. */
    public String all() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    public Tuple values() {
        return values;
    }
}
