package dev.orderflow.messaging.transaction;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.function.Function;

/**
 * Transactions whose BEGIN travels with the first statement: its answer tells nothing that the statement's own does not, and
 * waiting for it costs each transaction a round trip. {@link Pool#withTransaction} waits.
 */
final class Transactions {

    private Transactions() {}

    /** Commits what the work did, or rolls it back where the work fails or throws; a commit that fails is a failure. */
    static <T> Uni<T> run(Pool pool, Function<SqlConnection, Uni<T>> work) {
        return UniHelper.toUni(pool.getDelegate().withConnection(sql -> {
            var begun = sql.begin();
            var worked = Uni.createFrom().deferred(() -> work.apply(SqlConnection.newInstance(sql)));
            return UniHelper.toFuture(worked)
                    .compose(
                            result -> begun.compose(Transaction::commit).map(result),
                            failure -> begun.compose(Transaction::rollback)
                                    .transform(rolledBack -> Future.failedFuture(failure)));
        }));
    }
}
