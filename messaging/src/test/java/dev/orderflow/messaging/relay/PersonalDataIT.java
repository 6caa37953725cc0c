package dev.orderflow.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Noted;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The relay puts together again what the journal keeps apart, as long as it is there. */
class PersonalDataIT {

    private final Topic topic = Topic.create("ticks", 1);
    private final Database database = Database.create();

    @Test
    void isJoinedWhilePublishingAndGoneOnceErased() {
        try (var process = RelayProcess.on(database, new TestTypes(topic.name(), "echoes"))) {
            process.wiring.append(new NewEvent("a", 1, new Noted("a", List.of("w"), "kept@example.com")));
            process.catchUp();
            process.wiring.append(new NewEvent("a", 2, new Noted("a", List.of("w"), "erased@example.com")));
            database.execute("DELETE FROM personal WHERE payload ->> 'email' LIKE 'erased%'");
            process.catchUp();

            var published = topic.read(2).stream()
                    .map(record -> process.wiring.codec.decode("test.noted", 2, record.value()))
                    .toList();
            assertThat(published)
                    .containsExactly(
                            new Noted("a", List.of("w"), "kept@example.com"), new Noted("a", List.of("w"), null));
            assertThat(new String(topic.read(2).getLast().value(), UTF_8)).doesNotContain("email");
        }
    }
}
