package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the console looks, and whom it keeps out: every view in both themes, wide and narrow, before axe-core's eyes. */
@ExtendWith(RunningSystem.class)
class ConsoleLooksIT {

    private static final String BACKGROUND = "return getComputedStyle(document.body).backgroundColor";

    /** What each view is there for, and has to show. */
    private static final Map<String, List<String>> SHOWN = Map.of(
            "shop", List.of(".product .price"),
            "orders", List.of("td a.mono"),
            "notices", List.of("td .tag"),
            "flow", List.of(".flow .station:nth-child(5) .facts", ".bar-row", "main .grid .station .facts"),
            "sagas", List.of("#active-sagas td a, #stuck-sagas td a"),
            "letters", List.of("#dead-letters td button"),
            "stock", List.of("#stock td.level", "#gate .bar-row"),
            "analytics", List.of("#throughput svg[role=img]", "#latency table", "#best td", "#calls .bar-row"));

    private static Browser browser;
    private static ConsolePage page;
    private static String order;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        var system = RunningSystem.get();
        system.start("console");
        system.loadCatalogue();
        page = new ConsolePage(system, browser);
        var customer = "ada-" + UUID.randomUUID().toString().substring(0, 4);
        var shop = new Shop(system, customer);
        order = shop.placed(NewOrder.of("mug-blue"));
        shop.awaitStatus(order, "DELIVERED");
        new Letters(system, "none").of("payment");
        shop.placed(NewOrder.of("mug-blue").paidWith("tok_refundFail").to("00000"));
        page.signIn(system.tokenOfAll(customer));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            RunningSystem.get().stop("console");
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 400", "dark, 400"})
    void everyViewIsForEverybody(String theme, int width) throws IOException {
        browser.system(theme);
        browser.size(width, 900);
        for (var view : SHOWN.keySet()) {
            page.open(view);
            SHOWN.get(view).forEach(browser::see);
            assertIsForEverybody("%s-%s-%d".formatted(view, theme, width));
        }
        page.open("orders/" + order);
        page.awaitEvent("OrderDelivered");
        assertIsForEverybody("order-%s-%d".formatted(theme, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theDialogIsForEverybody(String theme) throws IOException {
        browser.system(theme);
        browser.size(1280, 900);
        page.open("stock");

        browser.see("#stock td button").click();

        browser.see("#dialog [name=reason]");
        assertIsForEverybody("dialog-" + theme);
        browser.see("#dialog button[type=button]").click();
    }

    @Test
    void followsTheSystemUntilSomebodyChooses() {
        browser.size(1280, 900);
        browser.run("localStorage.removeItem('orderflow-theme'); delete document.documentElement.dataset.theme");
        browser.system("light");
        var light = browser.run(BACKGROUND);
        browser.system("dark");
        var dark = browser.run(BACKGROUND);
        assertThat(dark).isNotEqualTo(light);
        page.open("orders");

        browser.see("[aria-label='Light theme']").click();
        browser.run("location.reload()");

        browser.see("[aria-label='Dark theme']");
        assertThat(browser.run(BACKGROUND)).isEqualTo(light);
        browser.run("localStorage.removeItem('orderflow-theme'); delete document.documentElement.dataset.theme");
    }

    /** The README's: {@code docs/console.png} is the last of these that somebody liked. */
    @Test
    void sitsForThePictureOfTheReadme() throws IOException {
        browser.system("light");
        browser.size(1200, 740);
        page.open("orders/" + order);
        page.awaitEvent("OrderDelivered");
        browser.awaitCount("#toasts .toast", 0);

        browser.screenshot("readme");
    }

    private static void assertIsForEverybody(String name) throws IOException {
        browser.screenshot(name);
        assertThat(browser.all("main .problem, main .notice"))
                .as("what is wrong in " + name)
                .isEmpty();
        browser.assertNothingIsWiderThanThePage();
        assertThat(Axe.violations(browser, name)).as(name).isEmpty();
    }
}
