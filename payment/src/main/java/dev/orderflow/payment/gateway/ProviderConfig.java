package dev.orderflow.payment.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the payment provider is and what it shares with us. Its timeouts are those of the REST client. */
@ConfigMapping(prefix = "orderflow.payment.provider")
interface ProviderConfig {

    /** Base URL, without {@code /v1}. */
    String url();

    /** Secret key for our calls. */
    String key();

    /** Secret that the provider signs its webhooks with. */
    String webhookSecret();

    /** How far a webhook's time may be from ours; an older one may be a replay. */
    @WithDefault("5m")
    Duration webhookTolerance();

    /** How long the ids of webhooks are kept; longer than the provider repeats one (three days). */
    @WithDefault("30d")
    Duration webhookMemory();

    /** How long what came of asking the provider is kept for operators; longer than a charge can be disputed. */
    @WithDefault("365d")
    Duration attemptMemory();
}
