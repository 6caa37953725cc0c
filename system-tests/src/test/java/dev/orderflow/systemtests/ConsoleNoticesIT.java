package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the console hears live: for whom, and what of it is lost. */
@ExtendWith(RunningSystem.class)
class ConsoleNoticesIT extends ConsoleFixture {

    private static final String TICKET = "POST /api/notification/tickets";

    /** What a connection is told of the time before it. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private static final String COUNT_SOCKETS = """
            window.sockets = 0;
            const Real = window.WebSocket;
            window.WebSocket = class extends Real { constructor(url) { super(url); window.sockets++; } };
            """;

    /** As a server does that has enough of them: it lets each in, and closes it with 1013. */
    private static final String CLOSE_SOCKETS = """
            window.times = [];
            window.WebSocket = class {
              constructor() {
                window.times.push(performance.now());
                setTimeout(() => { this.onopen(); setTimeout(() => this.onclose({code: 1013})); });
              }
              close() {}
            };
            """;

    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, customer);

    @Test
    void hearsNothingForWhoHasSignedOutMeanwhile() {
        var calls = new PageCalls(browser);
        var next = new Shop(system, "browser-" + UUID.randomUUID());
        var sku = warehouse.product(2);
        browser.visit(page.addressWith(shop.token()));
        browser.run(COUNT_SOCKETS);
        calls.delay(TICKET);
        page.press("#dialog button[type=submit]");
        browser.awaitTrue("return calls.late.length === 1");
        browser.read("#account button", "Sign out").click();
        calls.hurry(TICKET);
        browser.see("#token").sendKeys(next.token());
        page.press("form button");
        page.open("notices");
        browser.read(".view-head .tag", "Live");

        calls.release();
        shop.placed(NewOrder.of(sku));
        next.placed(NewOrder.of(sku));

        browser.read("main td", "We have received your order");
        assertThat(browser.run("return sockets")).isEqualTo(1L);
    }

    @Test
    void readsWhatCameWhileNobodyListened() {
        var sku = warehouse.product(1);
        page.signIn(shop.token());
        page.open("notices");
        browser.read(".view-head .tag", "Live");

        system.kill("console");
        browser.read(".view-head .tag", "Connecting");
        shop.placed(NewOrder.of(sku));
        awaitToldLongAgo("We have received your order");
        system.start("console");

        browser.read("main td", "We have received your order");
    }

    @Test
    void asksLessAndLessOftenWhereItIsLetInOnlyToBeClosed() {
        browser.visit(page.addressWith(shop.token()));
        browser.run(CLOSE_SOCKETS);
        page.press("#dialog button[type=submit]");

        browser.awaitTrue("return times.length >= 4");

        var pauses = (List<?>) browser.run("return times.slice(1, 4).map((time, at) => Math.round(time - times[at]))");
        assertThat((Long) pauses.getLast()).as("the last of %s", pauses).isGreaterThan(1_900);
    }

    /** So long that no connection that is opened from now on is told it, and who knows it has read the list. */
    private void awaitToldLongAgo(String subject) {
        await(subject)
                .atMost(Shop.PATIENCE)
                .until(() -> shop.client().notifications().list().stream()
                        .filter(notice -> notice.subject().equals(Optional.of(subject)))
                        .anyMatch(notice -> notice.createdAt()
                                .isBefore(Instant.now().minus(OVERLAP).minusSeconds(1))));
    }
}
