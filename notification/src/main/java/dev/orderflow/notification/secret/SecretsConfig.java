package dev.orderflow.notification.secret;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** With what customers' secrets are sealed in the database. There is no default: without a key nothing starts. */
@ConfigMapping(prefix = "orderflow.notification.secrets")
interface SecretsConfig {

    /**
     * Each {@code name:key}, the key being 32 bytes in base64. The first seals, all open: a new one goes before the others,
     * and an old one may go when no row is sealed with it any more.
     */
    List<String> keys();
}
