package dev.orderflow.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.testing.Settings;
import dev.orderflow.messaging.topic.Reach;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgesTest {

    @Test
    void areThoseConfiguredWhileTheTopicsForgetSooner() {
        var ages = Ages.of(config("retention.inbox", "30d", "retention.slack", "7d"), reach(14));

        assertThat(ages.inbox()).contains(days(30));
        assertThat(ages.letters()).contains(days(90));
    }

    @Test
    void letAnInboxOutliveItsTopicsWhateverIsConfigured() {
        var ages =
                Ages.of(config("retention.inbox", "1d", "retention.letters", "2d", "retention.slack", "7d"), reach(14));

        assertThat(ages.inbox()).contains(days(21));
        assertThat(ages.letters()).contains(days(21));
    }

    @Test
    void areForEverWhereATopicForgetsNothing() {
        var ages = Ages.of(config(), new Reach(Optional.empty(), Set.of()));

        assertThat(ages.inbox()).isEmpty();
        assertThat(ages.letters()).isEmpty();
        assertThat(ages.journal()).contains(days(90));
    }

    @Test
    void areForEverWhileNobodyKnowsTheTopics() {
        assertThat(Ages.unknown(config()).inbox()).isEmpty();
        assertThat(Ages.unknown(config()).journal()).contains(days(90));
    }

    @Test
    void leaveTheJournalForEverIfSaidSo() {
        assertThat(Ages.of(config("retention.journal", ""), reach(14)).journal())
                .isEmpty();
    }

    private static MessagingConfig.Retention config(String... settings) {
        return Settings.of(settings).retention();
    }

    private static Reach reach(int days) {
        return new Reach(Optional.of(days(days)), Set.of());
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
