package dev.orderflow.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How mails go out; the server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "orderflow.notification.mail")
public interface MailConfig {

    /** How long sending is tried before a notification counts as failed. */
    @WithDefault("24h")
    Duration patience();

    /** How long one try may take; the lease of its task is prolonged meanwhile. */
    @WithDefault("15s")
    Duration timeout();

    /** The right-hand side of each Message-ID; stays the same, so that a repeated mail is recognised. */
    @WithDefault("orderflow.dev")
    String messageIdDomain();

    /** Where the shop is: the days that mails name are days there. */
    @WithDefault("UTC")
    ZoneId timeZone();
}
