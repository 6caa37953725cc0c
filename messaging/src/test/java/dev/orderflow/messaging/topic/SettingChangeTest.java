package dev.orderflow.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingChangeTest {

    @ParameterizedTest
    @CsvSource({
        "retention.ms, 2000, 1000, true",
        "retention.ms, 1000, 2000, false",
        "retention.ms, -1, 9223372036854775806, true",
        "retention.ms, 1000, -1, false",
        "delete.retention.ms, 2000, 1000, true",
        "min.compaction.lag.ms, 2000, 1000, false",
        "cleanup.policy, compact, delete, true",
        "cleanup.policy, delete, compact, true",
        "cleanup.policy, , compact, false"
    })
    void knowsWhetherTheBrokerForgetsByIt(String setting, String from, String to, boolean forgets) {
        assertThat(new SettingChange("orders", setting, from, to).forgets()).isEqualTo(forgets);
    }

    @Test
    void tellsTheOldAndTheNewValue() {
        assertThat(new SettingChange("orders", "retention.ms", "2000", "1000"))
                .hasToString("retention.ms of topic orders: 1000, was 2000");
    }
}
