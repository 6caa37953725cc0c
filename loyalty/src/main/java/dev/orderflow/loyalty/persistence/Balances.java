package dev.orderflow.loyalty.persistence;

import dev.orderflow.loyalty.domain.Account;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Accounts as requests read them: committed, not locked. */
@ApplicationScoped
public class Balances implements PanacheRepositoryBase<AccountEntity, String> {

    /** An empty one for a customer who has none. */
    @WithSession
    public Uni<Account> of(String customerId) {
        return findById(customerId).map(found -> new Account(customerId, found == null ? 0 : found.balance));
    }
}
