package dev.orderflow.bench.data;

import static dev.orderflow.bench.data.Step.DELIVERED;
import static dev.orderflow.bench.data.Step.RETURN_CLOSED;

import java.io.IOException;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.copy.CopyManager;

/** Loyalty's rows: what orders earned and what was taken back, a point for a unit of money. It journals nothing. */
final class LoyaltyTables implements Tables {

    private final Rows movements = new Rows("movement", "id, customer_id, order_id, kind, points, moved_at");
    private final Rows accounts = new Rows("account", "customer_id, balance");
    private final Map<String, Long> balances = new TreeMap<>();

    @Override
    public void add(Purchase purchase) {
        var ids = new Chance(~purchase.id().getMostSignificantBits());
        long points = purchase.total().amount().setScale(0, RoundingMode.DOWN).longValueExact();
        if (points == 0 || !purchase.has(DELIVERED)) {
            return;
        }
        move(purchase, "EARNED", points, purchase.at(DELIVERED), ids);
        if (purchase.has(RETURN_CLOSED)) {
            move(purchase, "TAKEN_BACK", -points, purchase.at(RETURN_CLOSED), ids);
        }
    }

    private void move(Purchase purchase, String kind, long points, Instant at, Chance ids) {
        balances.merge(purchase.customer().id(), points, Long::sum);
        movements
                .add(ids.idAt(at))
                .add(purchase.customer().id())
                .add(purchase.id())
                .add(kind)
                .add(points)
                .add(at)
                .end();
    }

    @Override
    public void addRest() {
        balances.forEach(
                (customer, balance) -> accounts.add(customer).add(balance).end());
    }

    @Override
    public void send(CopyManager copy) throws SQLException, IOException {
        movements.send(copy);
        accounts.send(copy);
    }

    @Override
    public long sent() {
        return movements.sent() + accounts.sent();
    }
}
