package dev.orderflow.platform.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What is asked of a token beside its issuer, its audience and its times. */
@ConfigMapping(prefix = "orderflow.tokens")
interface TokenConfig {

    /**
     * The applications whose tokens are taken, by the claim {@code client_id} (RFC 9068) or else {@code azp}; those of
     * any if it is not set. For issuers whose access tokens name no audience.
     */
    Optional<Set<String>> clients();
}
