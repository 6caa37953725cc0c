package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Dead letters in the console: that what is replayed or discarded is the one that was meant, and that all there are is shown. */
@ExtendWith(RunningSystem.class)
class ConsoleLettersIT extends ConsoleFixture {

    private static final String REPLAY = "#dead-letter button.primary";
    private static final String DISCARD = "#dead-letter button.danger";

    private final Letters letters = new Letters(system, "none");
    private final PageCalls calls = new PageCalls(browser);
    private final String key = key();

    @BeforeEach
    void signIn() {
        page.signIn(operator());
    }

    @Test
    void replaysOne() {
        var letter = letters.ofErasure("notification", key);
        page.open("letters");

        browser.see(look("notification", key)).sendKeys(Keys.ENTER);
        browser.read(REPLAY, "Replay").click();

        browser.read("#toasts", "It was handled");
        assertThat(letters.state("notification", letter)).isEqualTo("REPLAYED");
    }

    @Test
    void discardsOneForAReason() {
        var letter = letters.ofErasure("shipping", key);
        page.open("letters");

        page.press(look("shipping", key));
        page.press(DISCARD);
        browser.see("#dialog [name=reason]").sendKeys("a test's own", Keys.ENTER);

        browser.read("#toasts", "It is given up");
        assertThat(letters.state("shipping", letter)).isEqualTo("DISCARDED");
    }

    @Test
    void discardsTheOneThatWasAskedForLastWhicheverAnswerIsLast() {
        var slow = letters.ofErasure("payment", key);
        var other = key();
        var wanted = letters.ofErasure("payment", other);
        page.open("letters");
        calls.delay("/admin/dead-letters/" + slow);
        page.press(look("payment", key));
        browser.awaitTrue("return calls.late.length > 0");

        page.press(look("payment", other));
        browser.read("#dead-letter h2", end(other));
        calls.release();
        page.press(DISCARD);
        browser.read("#dialog h2", end(other));
        browser.see("#dialog [name=reason]").sendKeys("a test's own", Keys.ENTER);

        browser.read("#toasts", "It is given up");
        assertThat(letters.state("payment", wanted)).isEqualTo("DISCARDED");
        assertThat(letters.state("payment", slow)).isEqualTo("OPEN");
    }

    @Test
    void takesNoSecondPressWhileTheFirstIsOnItsWay() {
        var letter = letters.ofErasure("payment", key);
        calls.delay("/replay");
        page.open("letters");
        page.press(look("payment", key));
        browser.read(REPLAY, "Replay").click();

        page.press(REPLAY);
        page.press(DISCARD);
        browser.awaitTrue("return calls.late.length > 0");
        calls.release();

        browser.read("#toasts", "It was handled");
        assertThat(calls.made()).hasSize(1);
        assertThat(browser.all("#dialog[open]")).isEmpty();
        assertThat(letters.state("payment", letter)).isEqualTo("REPLAYED");
    }

    @Test
    void saysClearlyThatAServiceThatIsAwayHasDoneNothing() {
        letters.ofErasure("loyalty", key);
        page.open("letters");
        page.press(look("loyalty", key));
        browser.read(REPLAY, "Replay");
        system.kill("loyalty");
        try {
            page.press(REPLAY);

            var said =
                    browser.read("#dead-letter .problem", "The service is away").getText();
            assertThat(said).doesNotContain("may have been");
        } finally {
            system.start("loyalty");
        }
    }

    @Test
    void showsThoseOfTheOthersWhereAServiceFails() {
        letters.ofErasure("payment", key);
        calls.refuse("GET /api/order/admin/dead-letters?state=OPEN&limit=200", 500, "internal-error");

        page.open("letters");

        browser.read("main .notice", "Order can’t be read");
        browser.see(look("payment", key));
        assertThat(browser.all("main .problem")).isEmpty();
    }

    @Test
    void showsNoneOfTheFormerStateWhereAnotherCannotBeRead() {
        letters.ofErasure("payment", key);
        page.open("letters");
        browser.see(look("payment", key));
        calls.refuse("GET /api/order/admin/dead-letters?state=WAITING&limit=200", 403, "forbidden");

        browser.see("#letter-state").sendKeys("Waiting");

        browser.read("#dead-letters .problem", "Lost on its way");
        browser.awaitCount(look("payment", key), 0);
    }

    private static String key() {
        return "nobody-" + UUID.randomUUID();
    }

    private static String end(String key) {
        return "…" + key.substring(key.length() - 8);
    }

    private static String look(String service, String key) {
        return "[aria-label='Look at orderflow.customer.erased of %s at %s']".formatted(end(key), service);
    }
}
