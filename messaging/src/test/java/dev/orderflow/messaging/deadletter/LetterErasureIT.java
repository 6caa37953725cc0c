package dev.orderflow.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Personal data does not survive an erasure in what waits for an operator. */
class LetterErasureIT {

    private static final String LETTER = "{\"owner\":\"%s\",\"words\":[\"w\"],\"email\":\"a@example.com\"}";

    private final Database database = Database.create();
    private final Wiring wiring = Wiring.on(database, new TestTypes("ticks", "echoes"));
    private final LetterErasure erasure = new LetterErasure(wiring.codec);

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void takesThePersonalFieldsAndLeavesTheRest() {
        letter("mine", "test.noted", LETTER.formatted("c-1"), "OPEN");
        letter("behind", "test.noted", LETTER.formatted("c-1"), "WAITING");

        erase("c-1");

        assertThat(payload("mine")).isEqualTo("{\"owner\":\"c-1\",\"words\":[\"w\"]}");
        assertThat(payload("behind")).isEqualTo("{\"owner\":\"c-1\",\"words\":[\"w\"]}");
    }

    @Test
    void leavesTheLettersOfOthers() {
        letter("others", "test.noted", LETTER.formatted("c-10"), "OPEN");

        erase("c-1");

        assertThat(payload("others")).contains("a@example.com");
    }

    /** A newer release's event: a field of that name is personal elsewhere. */
    @Test
    void takesWhatIsPersonalAnywhereOutOfATypeThatItDoesNotKnow() {
        letter("newer", "test.unheard-of", LETTER.formatted("c-1"), "OPEN");

        erase("c-1");

        assertThat(payload("newer")).doesNotContain("email");
    }

    @Test
    void emptiesWhatItCantRead() {
        letter("broken", "test.noted", "a@example.com, and then \"c-1\"", "OPEN");

        erase("c-1");

        assertThat(payload("broken")).isNull();
        assertThat(database.value("SELECT state FROM dead_letter WHERE key = 'broken'"))
                .isEqualTo("OPEN");
    }

    @Test
    void takesThemOutOfAsManyLettersAsThereAre() {
        for (int i = 0; i < 120; i++) {
            letter("n" + i, "test.noted", LETTER.formatted("c-1"), "OPEN");
        }

        erase("c-1");

        assertThat(database.number("SELECT count(*) FROM dead_letter")).isEqualTo(120);
        assertThat(database.column("SELECT DISTINCT convert_from(payload, 'UTF8') FROM dead_letter"))
                .containsExactly("{\"owner\":\"c-1\",\"words\":[\"w\"]}");
    }

    private void erase(String subject) {
        wiring.run(() -> wiring.pool.withTransaction(sql -> erasure.erase(sql, List.of(subject, "somebody else"))));
    }

    private void letter(String key, String type, String payload, String state) {
        database.execute("""
                INSERT INTO dead_letter (id, line, topic, partition, "offset", key, type, payload, headers, attempts, state)
                SELECT gen_random_uuid(), '%1$s', 'ticks', 0, count(*), '%1$s', '%2$s', convert_to('%3$s', 'UTF8'), '{}', 1,
                       '%4$s' FROM dead_letter""".formatted(key, type, payload, state));
    }

    private String payload(String key) {
        return database.value("SELECT convert_from(payload, 'UTF8') FROM dead_letter WHERE key = '%s'".formatted(key));
    }
}
