package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Moved;
import dev.orderflow.devservices.drill.check.Observations.Points;
import dev.orderflow.devservices.system.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What orders have earned and lost, and what their customers have by that. */
record Ledgers(Database database) {

    private static final String MOVEMENTS = "SELECT order_id, points FROM movement ORDER BY moved_at, id";
    private static final String BALANCES = "SELECT customer_id, balance FROM account";

    Points read() {
        List<Moved> moved = database.read(
                Service.LOYALTY, MOVEMENTS, row -> new Moved(row.getString("order_id"), row.getLong("points")));
        Map<String, Long> balances = database
                .read(Service.LOYALTY, BALANCES, row -> Map.entry(row.getString("customer_id"), row.getLong("balance")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Points(moved, balances);
    }
}
