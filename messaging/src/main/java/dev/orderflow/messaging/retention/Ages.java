package dev.orderflow.messaging.retention;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.topic.Reach;
import java.time.Duration;
import java.util.Optional;

/** How old what may be. Pure. Empty is for ever. */
record Ages(Optional<Duration> journal, Optional<Duration> inbox, Optional<Duration> letters, Duration tasks) {

    /**
     * An inbox that forgets an event before its topic does lets it take effect twice. Rather than refuse to run, it
     * remembers longer than was asked for: a topic can be lengthened at any time, and that must not keep a service from
     * starting again.
     */
    static Ages of(MessagingConfig.Retention config, Reach reach) {
        var least = reach.longest().map(config.slack()::plus);
        return new Ages(
                config.journal(), atLeast(config.inbox(), least), atLeast(config.letters(), least), config.tasks());
    }

    /** Without the topics' word only the journal can be judged. */
    static Ages unknown(MessagingConfig.Retention config) {
        return new Ages(config.journal(), Optional.empty(), Optional.empty(), config.tasks());
    }

    private static Optional<Duration> atLeast(Duration wanted, Optional<Duration> least) {
        return least.map(age -> age.compareTo(wanted) > 0 ? age : wanted);
    }
}
