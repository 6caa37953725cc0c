package dev.orderflow.bench.limits;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One statement that writes a copy of an order's row and of its first event's, each time under new ids. */
final class CopyOfRows {

    private final Row order;
    private final Row event;

    CopyOfRows(Row order, Row event) {
        this.order = order;
        this.event = event;
    }

    String sql() {
        return "WITH ordered AS (INSERT INTO bench_order (%s) VALUES (%s)) INSERT INTO bench_journal (%s) VALUES (%s)"
                .formatted(columns(order), places(order, 0), columns(event), places(event, order.size()));
    }

    private static String columns(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(n -> "\"" + row.getColumnName(n) + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String places(Row row, int before) {
        return IntStream.rangeClosed(before + 1, before + row.size())
                .mapToObj(n -> "$" + n)
                .collect(Collectors.joining(", "));
    }

    /** @param number of this copy; the journal's rows are counted */
    Tuple copy(long number) {
        var id = UUID.randomUUID();
        List<Object> values = new ArrayList<>();
        for (int n = 0; n < order.size(); n++) {
            values.add(order.getColumnName(n).equals("id") ? id : order.getValue(n));
        }
        for (int n = 0; n < event.size(); n++) {
            values.add(eventValue(n, id, number));
        }
        return Tuple.from(values);
    }

    private Object eventValue(int column, UUID order, long number) {
        return switch (event.getColumnName(column)) {
            case "position" -> number;
            case "event_id" -> UUID.randomUUID();
            case "key" -> order.toString();
            default -> event.getValue(column);
        };
    }
}
