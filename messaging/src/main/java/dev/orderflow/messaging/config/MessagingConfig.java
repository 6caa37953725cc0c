package dev.orderflow.messaging.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How messaging paces itself. The defaults suit a service with a few hundred events a second on two cores. */
@ConfigMapping(prefix = "orderflow.messaging")
public interface MessagingConfig {

    /** Name of the service: CloudEvents source, dead-letter topic, client ids. */
    @WithDefault("${quarkus.application.name}")
    String service();

    Relay relay();

    Consumer consumer();

    Worker tasks();

    DeadLetters deadLetters();

    Switches switches();

    Topics topics();

    Retention retention();

    interface Relay {
        /** False for a process that only reads, in tests for example. */
        @WithDefault("true")
        boolean enabled();

        /** Events read and published at once. */
        @WithDefault("500")
        int batch();

        /** How long a silent holder keeps the right to publish. A crashed holder delays events by at most this. */
        @WithDefault("5s")
        Duration lease();

        /** How long the acknowledgements of a poll are waited for, before a replica that may reach the broker has its try. */
        @WithDefault("30s")
        Duration patience();

        /** How often a busy relay moves its durable cursor: what a crash leaves above it is published once more. */
        @WithDefault("100ms")
        Duration settle();

        /** From one poll to the next that commits ask for; those of a busy moment share one, a lone one waits for none. */
        @WithDefault("10ms")
        Duration gather();

        /** Pause between polls while there is something to publish elsewhere in the fleet. */
        @WithDefault("10ms")
        Duration shortestIdle();

        /** Longest pause between polls of an idle journal. */
        @WithDefault("100ms")
        Duration longestIdle();
    }

    interface Consumer {
        /** First wait after a transient fault; doubles, with jitter. */
        @WithDefault("50ms")
        Duration firstBackoff();

        /** Longest wait between two tries of a batch. */
        @WithDefault("5s")
        Duration longestBackoff();
    }

    interface DeadLetters {
        /** Longest pause between two looks for letters whose turn it is; an operator's word is heard at once. */
        @WithDefault("2s")
        Duration longestIdle();
    }

    interface Worker {
        /** False for a process that makes no outside calls. */
        @WithDefault("true")
        boolean enabled();

        /** Calls in flight at once in this process. */
        @WithDefault("64")
        int concurrency();

        /** Looks in flight at once in this process, beside the calls: they may be slow without holding those up. */
        @WithDefault("16")
        int looks();

        /** How long a worker that died delays its tasks; one that lives prolongs it while a call takes long. */
        @WithDefault("10s")
        Duration lease();

        /** How long a process that stops waits for its calls; the tasks of those that take longer are another's at once. */
        @WithDefault("5s")
        Duration drain();

        /** First wait after a failed call; doubles, with jitter. */
        @WithDefault("200ms")
        Duration firstBackoff();

        /** Longest wait between two tries of a call. */
        @WithDefault("30s")
        Duration longestBackoff();

        /** From one claim to the next that commits ask for; those of a busy moment share one, a lone one waits for none. */
        @WithDefault("10ms")
        Duration gather();

        /**
         * From one record of answers to the next; those of a busy moment share one, a lone one waits for none. By default
         * only those share one that come while another is written.
         */
        @WithDefault("0s")
        Duration gatherRecords();

        /** Pause between polls after work was found. */
        @WithDefault("20ms")
        Duration shortestIdle();

        /** Longest pause between polls of an idle table. */
        @WithDefault("250ms")
        Duration longestIdle();
    }

    /** What the database keeps. Of months: they go when their last day is older than this. */
    interface Retention {
        /** How often each replica looks for what is too old; one at a time does. */
        @WithDefault("1h")
        Duration every();

        /** How long the journal is kept, for ever if empty. What is not published yet stays, whatever its age. */
        @WithDefault("90d")
        Optional<Duration> journal();

        /** How long the inbox remembers at least; longer while a topic can bring an event again after that. */
        @WithDefault("30d")
        Duration inbox();

        /**
         * How much longer than its topics the inbox remembers: events are older than their records by as long as the
         * relay was held up.
         */
        @WithDefault("7d")
        Duration slack();

        /** How long settled dead letters are kept; as long as the inbox at least. Open ones are kept for ever. */
        @WithDefault("90d")
        Duration letters();

        /** How long tasks are kept that nobody could do before their deadline, for operators to see. */
        @WithDefault("90d")
        Duration tasks();
    }

    interface Switches {
        /** How often each replica looks at what operators have turned off: their changes hold everywhere after it. */
        @WithDefault("1s")
        Duration every();
    }

    /** What the topics keep. An owner's value holds from its next start on, for existing topics as well. */
    interface Topics {
        /** False where manifests own the topics: then none is created or changed here. */
        @WithDefault("true")
        boolean manage();

        /** Whether a start may tell the broker to keep less than it keeps now. */
        @WithDefault("false")
        boolean mayForget();

        /** Partitions of a topic that is created; fixed for its life, so the same for every service. 12 if not given. */
        OptionalInt partitions();

        /** Copies of each partition of a topic that is created; the broker's default if not given. */
        Optional<Short> replication();

        /** How long events are kept. An inbox has to remember longer, and a service must not be down for longer. */
        @WithDefault("7d")
        Duration retention();

        /** How long the copies of dead letters are kept. */
        @WithDefault("30d")
        Duration deadLetterRetention();

        /** How long a compacted topic keeps each state of a key at least, not the newest alone. */
        @WithDefault("1h")
        Duration compactionLag();

        /** How long a compacted topic shows at least that a key is gone. */
        @WithDefault("7d")
        Duration deletionRetention();

        /** What single topics have apart, by their names. */
        Map<String, Topic> topic();
    }

    interface Topic {
        /** Instead of {@link Topics#partitions}. */
        OptionalInt partitions();

        /** Instead of {@link Topics#retention} or {@link Topics#deadLetterRetention}; means nothing if compacted. */
        Optional<Duration> retention();
    }
}
