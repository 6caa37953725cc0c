package dev.orderflow.order.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What streams of events may cost a replica. */
@ConfigMapping(prefix = "orderflow.order.events")
interface LiveConfig {

    /** Streams that a replica holds open at most; more are asked to come again (503). */
    @WithDefault("2000")
    int streams();

    /** Streams that one caller holds open at a replica; more are refused (429). */
    @WithDefault("20")
    int perCaller();

    /** A stream ends after this, or with its token if that is earlier; its reader resumes with a new request. */
    @WithDefault("1h")
    Duration longest();

    /** How often a silent stream shows that it is alive; who takes nothing for two of them is cut off. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How often is looked for what other replicas have committed, while anybody watches. */
    @WithDefault("500ms")
    Duration poll();

    /** The commits of this replica within this share one look. */
    @WithDefault("100ms")
    Duration gather();
}
