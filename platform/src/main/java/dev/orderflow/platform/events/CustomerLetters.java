package dev.orderflow.platform.events;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.deadletter.Erasure;
import dev.orderflow.messaging.deadletter.LetterErasure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;

/** What is personal of customers in dead letters: orders' events as they came. */
@Singleton
public final class CustomerLetters {

    private final LetterErasure letters;

    @Inject
    CustomerLetters(LetterErasure letters) {
        this.letters = letters;
    }

    /** Comes before whatever else an erasure does, as {@link LetterErasure#erase} asks for. */
    public Uni<Void> erase(SqlConnection sql, Collection<CustomerErased> erasures) {
        return letters.erase(
                sql,
                erasures.stream()
                        .map(erased -> new Erasure(erased.customerId(), erased.at()))
                        .toList());
    }
}
