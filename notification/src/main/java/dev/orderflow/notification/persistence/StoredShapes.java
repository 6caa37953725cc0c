package dev.orderflow.notification.persistence;

import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Reason;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is stored as JSON; a native image must know it. */
@RegisterForReflection(targets = {Facts.class, Reason.class, Language.class})
final class StoredShapes {

    private StoredShapes() {}
}
