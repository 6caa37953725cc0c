package dev.orderflow.notification.api;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.notification.domain.Preferences;
import dev.orderflow.notification.persistence.PreferenceTable;
import dev.orderflow.platform.http.ETags;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;

/** Stores what a customer says. */
@Singleton
final class PreferencesEditor {

    /** @param secret that the change made; null if it made none */
    record Saved(Preferences said, String secret) {}

    private record Wish(String customer, PreferencesContent content, String ifMatch) {}

    private final UnitsOfWork units;
    private final PreferenceTable table;
    private final EndpointEditor endpoints;

    @Inject
    PreferencesEditor(UnitsOfWork units, PreferenceTable table, EndpointEditor endpoints) {
        this.units = units;
        this.table = table;
        this.endpoints = endpoints;
    }

    /**
     * The same content makes no new version.
     *
     * @param ifMatch null if the client doesn't care what it replaces; the defaults have a version too
     */
    Uni<Saved> save(String customer, PreferencesContent content, String ifMatch) {
        var wish = new Wish(customer, content, ifMatch);
        return units.run(work -> save(work, wish));
    }

    private Uni<Saved> save(UnitOfWork work, Wish wish) {
        return table.lock(work.sql(), wish.customer()).chain(found -> replace(work, found, wish));
    }

    private Uni<Saved> replace(UnitOfWork work, Optional<Preferences> found, Wish wish) {
        var present = found.orElseGet(() -> Preferences.defaults(wish.customer()));
        ETags.checkMatch(wish.ifMatch(), OptionalLong.of(present.version()));
        var endpoint = endpoints.next(wish.customer(), present.endpoint(), wish.content());
        var wanted = wish.content().of(wish.customer()).at(endpoint);
        if (present.saysTheSameAs(wanted)) {
            return Uni.createFrom().item(new Saved(present, null));
        }
        var secret = endpoints.shown(wish.customer(), present.endpoint(), endpoint);
        return found.isPresent()
                ? table.update(work.sql(), wanted).map(version -> new Saved(wanted.versioned(version), secret))
                : add(work, new Saved(wanted, secret), wish);
    }

    /** Whoever loses against a twin waits for it here, and then changes what it made. */
    private Uni<Saved> add(UnitOfWork work, Saved fresh, Wish wish) {
        return table.insert(work.sql(), fresh.said())
                .chain(version -> version.isPresent()
                        ? Uni.createFrom().item(new Saved(fresh.said().versioned(version.get()), fresh.secret()))
                        : save(work, wish));
    }
}
