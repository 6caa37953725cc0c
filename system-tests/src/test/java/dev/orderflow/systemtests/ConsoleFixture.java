package dev.orderflow.systemtests;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser of the class, at the console that it has started, and with nothing left of the test before. */
abstract class ConsoleFixture {

    static Browser browser;

    final TestSystem system = RunningSystem.get();
    final String customer = "browser-" + UUID.randomUUID();
    ConsolePage page;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        RunningSystem.get().start("console");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            browser = null;
            RunningSystem.get().stop("console");
        }
    }

    @BeforeEach
    void openAnew() {
        page = new ConsolePage(system, browser);
        browser.size(1280, 900);
        browser.visit(system.url("console") + "/favicon.svg");
        browser.run("sessionStorage.clear(); localStorage.clear()");
    }

    String operator() {
        return system.token("ops", "operator", null);
    }
}
