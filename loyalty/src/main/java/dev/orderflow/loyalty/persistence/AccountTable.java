package dev.orderflow.loyalty.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.loyalty.domain.Account;
import dev.orderflow.platform.events.ErasedCustomers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Accounts, many at a time. Rows are made and locked in the order of their customers' ids. */
@Singleton
public final class AccountTable {

    private static final String OPEN = """
            INSERT INTO account (customer_id) SELECT customer_id FROM unnest($1::text[]) AS t(customer_id)
            WHERE %s
            ORDER BY customer_id COLLATE "C" ON CONFLICT DO NOTHING""".formatted(ErasedCustomers.heldOff("$1"));

    private static final String LOCK = """
            SELECT customer_id, balance FROM account WHERE customer_id = ANY($1) ORDER BY customer_id FOR UPDATE""";

    private static final String UPDATE = """
            UPDATE account a SET balance = n.balance
            FROM unnest($1::text[], $2::bigint[]) AS n(customer_id, balance) WHERE a.customer_id = n.customer_id""";

    /** Makes the missing ones, and holds off erasures of all of them until the transaction ends. */
    public Uni<Void> open(SqlConnection sql, Set<String> customers) {
        return customers.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(OPEN).execute(parameters(customers)).replaceWithVoid();
    }

    /** Locks those that there are; by customer. */
    public Uni<Map<String, Account>> lock(SqlConnection sql, Set<String> customers) {
        return sql.preparedQuery(LOCK)
                .execute(parameters(customers))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AccountTable::account)
                        .collect(toMap(Account::customerId, Function.identity())));
    }

    /** Writes locked accounts back. */
    public Uni<Void> update(SqlConnection sql, Collection<Account> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(UPDATE).execute(columns(changed)).replaceWithVoid();
    }

    private static Tuple parameters(Set<String> customers) {
        return Tuple.tuple().addArrayOfString(customers.toArray(String[]::new));
    }

    private static Tuple columns(Collection<Account> changed) {
        return Tuple.tuple()
                .addArrayOfString(changed.stream().map(Account::customerId).toArray(String[]::new))
                .addArrayOfLong(changed.stream().map(Account::balance).toArray(Long[]::new));
    }

    private static Account account(Row row) {
        return new Account(row.getString("customer_id"), row.getLong("balance"));
    }
}
