package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What an operator does in the console where the answers are slow, lost or none. */
@ExtendWith(RunningSystem.class)
class ConsoleAnswersIT extends ConsoleFixture {

    private final Warehouse warehouse = new Warehouse(system);
    private final PageCalls calls = new PageCalls(browser);

    @BeforeEach
    void signIn() {
        page.signIn(operator());
    }

    @Test
    void adjustsTheStock() {
        var sku = warehouse.product(3);

        adjust(sku);

        browser.read("#toasts", "103 of " + sku + " on hand");
        browser.read("#stock tr:has([aria-label='Adjust Product %s'])".formatted(sku), "103");
        assertThat(warehouse.stock(sku).onHand()).isEqualTo(103);
    }

    @Test
    void saysUntilItIsReadThatAnAnswerWasLost() {
        var sku = warehouse.product(3);
        calls.lose("/adjustments");

        adjust(sku);

        browser.read("#toasts .bad", "It may have been done all the same");
        assertThat(warehouse.stock(sku).onHand()).isEqualTo(103);
        page.press("#toasts .bad button");
        browser.awaitCount("#toasts .bad", 0);
    }

    @Test
    void takesNoServicesOwn503ForNothingDone() {
        var sku = warehouse.product(3);
        calls.refuse("/adjustments", 503, "unavailable");

        adjust(sku);

        browser.read("#toasts .bad", "It may have been done all the same");
        assertThat(warehouse.stock(sku).onHand()).isEqualTo(103);
    }

    @Test
    void showsTheGateWhereTheStockCannotBeRead() {
        calls.refuse("GET /api/inventory/products?limit=200", 429, "too-many-requests");

        page.open("stock");

        browser.read("#stock .notice", "Inventory can’t be read");
        browser.read("#gate", "Since the replica has started");
        assertThat(browser.all("main .problem")).isEmpty();
    }

    @Test
    void triesAgainWhatCouldNotBeRead() {
        var list = "GET /api/order/orders?limit=25";
        calls.lose(list);
        browser.run("location.hash = '#/orders'");
        browser.read("main .problem", "Lost on its way");
        calls.hurry(list);
        browser.read("main .problem button", "Try again").click();
        browser.awaitCount("main .problem", 0);
        browser.read("main h1", "All orders");

        calls.lose(list);
        page.press("nav a[href='#/orders']");
        browser.read("main .problem", "Lost on its way");
        calls.hurry(list);
        page.press("nav a[href='#/orders']");
        browser.awaitCount("main .problem", 0);
    }

    @Test
    void looksForSagasUntilOrderIsThereAgain() {
        calls.lose("/admin/sagas?state=stuck&limit=200");
        browser.run("location.hash = '#/sagas'");
        browser.read("main .notice", "Order is away");

        calls.hurry("/admin/sagas?state=stuck&limit=200");

        browser.awaitCount("main .notice", 0);
        browser.awaitCount("main .loading", 0);
    }

    private void adjust(String sku) {
        page.open("stock");
        page.press("[aria-label='Adjust Product %s']".formatted(sku));
        browser.see("#dialog [name=reason]").sendKeys("counted by hand", Keys.ENTER);
    }
}
