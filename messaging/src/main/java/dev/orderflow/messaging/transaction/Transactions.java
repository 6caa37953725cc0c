package dev.orderflow.messaging.transaction;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.function.Function;

/**
 * Transactions whose BEGIN travels with the first statement: waiting for its answer, as {@link Pool#withTransaction} does, costs
 * each transaction a round trip. Where the session ends, BEGIN and the statement fail alike. A server that refuses BEGIN on a
 * session that goes on (it has no memory left for that, or is told to cancel just that) would carry out what follows as
 * it comes; nothing of ours makes one do so.
 */
final class Transactions {

    private Transactions() {}

    /** Commits what the work did, or rolls it back where the work fails or throws; a commit that fails is a failure. */
    static <T> Uni<T> run(Pool pool, Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.getDelegate().withConnection(sql -> inside(sql, work))));
    }

    private static <T> Future<T> inside(io.vertx.sqlclient.SqlConnection sql, Function<SqlConnection, Uni<T>> work) {
        var begun = sql.begin();
        var worked = Uni.createFrom().deferred(() -> work.apply(SqlConnection.newInstance(sql)));
        return UniHelper.toFuture(worked)
                .compose(
                        result -> begun.compose(Transaction::commit).map(result),
                        failure -> begun.compose(Transaction::rollback)
                                .transform(rolledBack -> Future.failedFuture(failure)));
    }
}
