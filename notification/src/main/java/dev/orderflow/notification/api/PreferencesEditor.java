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

    private final UnitsOfWork units;
    private final PreferenceTable table;

    @Inject
    PreferencesEditor(UnitsOfWork units, PreferenceTable table) {
        this.units = units;
        this.table = table;
    }

    /**
     * The same content makes no new version.
     *
     * @param ifMatch null if the client doesn't care what it replaces; the defaults have a version too
     */
    Uni<Preferences> save(Preferences wanted, String ifMatch) {
        return units.run(work -> save(work, wanted, ifMatch));
    }

    private Uni<Preferences> save(UnitOfWork work, Preferences wanted, String ifMatch) {
        return table.lock(work.sql(), wanted.customerId()).chain(found -> replace(work, found, wanted, ifMatch));
    }

    private Uni<Preferences> replace(UnitOfWork work, Optional<Preferences> found, Preferences wanted, String ifMatch) {
        var present = found.orElseGet(() -> Preferences.defaults(wanted.customerId()));
        ETags.checkMatch(ifMatch, OptionalLong.of(present.version()));
        if (present.saysTheSameAs(wanted)) {
            return Uni.createFrom().item(present);
        }
        return found.isPresent() ? table.update(work.sql(), wanted).map(wanted::versioned) : add(work, wanted, ifMatch);
    }

    /** Whoever loses against a twin waits for it here, and then changes what it made. */
    private Uni<Preferences> add(UnitOfWork work, Preferences wanted, String ifMatch) {
        return table.insert(work.sql(), wanted)
                .chain(version -> version.isPresent()
                        ? Uni.createFrom().item(wanted.versioned(version.get()))
                        : save(work, wanted, ifMatch));
    }
}
