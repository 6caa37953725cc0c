package dev.orderflow.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the issuer of tokens is asked for its keys. */
@ConfigMapping(prefix = "orderflow.issuer")
interface IssuerConfig {

    /** How long it may take to answer, to the last byte: a caller whose key is not known waits for it. */
    @WithDefault("3s")
    Duration timeout();

    /** For how long nobody asks it again after it has failed: who waited in line for it is refused at once. */
    @WithDefault("1s")
    Duration pause();
}
