package dev.orderflow.notification.operators;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who runs the shop, and how they are told what only they can mend. Nobody is told unless somebody is named. */
@ConfigMapping(prefix = "orderflow.notification.operators")
public interface OperatorsConfig {

    /** Mail addresses; each gets a mail of its own. */
    Optional<List<String>> mailTo();

    /** An endpoint of ours that gets signed events; any host and port, http too. */
    Optional<String> webhookUrl();

    /** What those events are signed with, {@code whsec_} and base64; needed with a URL. */
    Optional<String> webhookSecret();

    /** Dead letters of one service that come within this time are told together. */
    @WithDefault("1m")
    Duration gather();

    /** Dead letters that are older when they are read are no news; below the age of the inbox. */
    @WithDefault("24h")
    Duration news();

    /** How long telling is tried. */
    @WithDefault("24h")
    Duration patience();
}
