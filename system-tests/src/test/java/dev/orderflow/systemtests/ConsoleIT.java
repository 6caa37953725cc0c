package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What customers and operators do in the console, in a real browser, against the running services. */
@ExtendWith(RunningSystem.class)
class ConsoleIT {

    private static Browser browser;

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final String customer = "browser-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);
    private ConsolePage page;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        RunningSystem.get().start("console");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
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

    @AfterEach
    void letOrdersIn() {
        new Levers(system, "order").openIntake(true);
        holdParcels(false);
    }

    @Test
    void saysSoWhereAnAddressNamesNothing() {
        page.signIn(shop.token());

        browser.run("location.hash = '#/%'");

        browser.read("main h1", "There is no such view");
    }

    @Test
    void anOrderIsPlacedByTheKeyboardAloneAndItsTimelineDrawsItself() {
        var product = "Product " + warehouse.product(3);
        holdParcels(true);
        page.signIn(shop.token());
        browser.tabTo("nav a[href='#/shop']");
        browser.type(Keys.ENTER);

        browser.see("#find");
        browser.tabTo("#find");
        browser.type(product);
        browser.tabTo("[aria-label='One %s more']".formatted(product));
        browser.type(Keys.SPACE);
        browser.read(".cart-line", "1 × " + product);
        browser.tabTo("form button[type=submit]");
        browser.type(Keys.ENTER);

        page.awaitEvent("OrderPlaced");
        assertThat(browser.all("[data-event=OrderDelivered]"))
                .as("what happens a parcel's journey later")
                .isEmpty();
        browser.read(".view-head .tag", "Live");
        holdParcels(false);
        page.awaitEvent("OrderDelivered");
        browser.read("#order-status", "Delivered");
        browser.read(".view-head .tag", "Complete");
        assertThat(browser.all(".stages li.done")).hasSize(5);
        assertThat(browser.all("#announcer").getFirst()).contains("delivered");
    }

    @Test
    void aTimelineGoesOnWhereItBrokeOff() {
        var product = "Product " + warehouse.product(1);
        holdParcels(true);
        page.signIn(shop.token());
        var id = page.order(product);
        page.awaitEvent("OrderConfirmed");

        system.kill("console");
        browser.read(".view-head .tag", "Connecting again");
        holdParcels(false);
        system.start("console");

        page.awaitEvent("OrderDelivered");
        browser.read(".view-head .tag", "Complete");
        assertThat(browser.all("#timeline li"))
                .hasSameSizeAs(
                        shop.client().orders().timeline(UUID.fromString(id)).execute());
    }

    @Test
    void tellsWhatHappensWhateverIsLookedAt() {
        var sku = warehouse.product(1);
        page.signIn(shop.token());
        page.open("notices");
        browser.read(".view-head .tag", "Live");

        shop.placed(NewOrder.of(sku));

        browser.read("main td", "We have received your order");
    }

    @Test
    void saysWhyAnOrderIsRefused() {
        var product = "Product " + warehouse.product(1);
        page.signIn(shop.token());
        page.open("shop");
        browser.see("#find").sendKeys(product);
        page.press("[aria-label='One %s more']".formatted(product));
        page.press("[aria-label='One %s more']".formatted(product));
        browser.run("document.querySelector('[name=postalCode]').value = 'x'.repeat(21)");

        page.press("form button[type=submit]");

        browser.read("[role=alert]", "shippingAddress.postalCode");
    }

    @Test
    void anOperatorReplaysADeadLetter() {
        var letters = new Letters(system, "none");
        var newest = letters.of("notification");
        page.signIn(operator());
        page.open("letters");

        browser.see("[aria-label='Look at orderflow.customer.erased of notification']")
                .sendKeys(Keys.ENTER);
        browser.read("#dead-letter", "Replay");
        page.press("#dead-letter button.primary");

        browser.read("#toasts", "It was handled");
        assertThat(letters.state("notification", newest)).isEqualTo("REPLAYED");
    }

    @Test
    void anOperatorDiscardsADeadLetterForAReason() {
        var letters = new Letters(system, "none");
        var newest = letters.of("shipping");
        page.signIn(operator());
        page.open("letters");

        page.press("[aria-label='Look at orderflow.customer.erased of shipping']");
        page.press("#dead-letter button.danger");
        browser.see("#dialog [name=reason]").sendKeys("a test's own", Keys.ENTER);

        browser.read("#toasts", "It is given up");
        assertThat(letters.state("shipping", newest)).isEqualTo("DISCARDED");
    }

    @Test
    void anOperatorResolvesWhatIsStuck() {
        var order = stuck();
        page.signIn(operator());
        page.open("sagas");
        var last = order.substring(order.length() - 8);

        browser.see("[aria-label='Resolve order …%s']".formatted(last)).click();
        browser.see("#dialog [name=reason]").sendKeys("closed in a browser");
        page.press("#dialog button[type=submit]");

        browser.read("#toasts", "The saga is closed");
        browser.awaitGone("#stuck-sagas td", last);
        assertThat(shop.status(order)).isEqualTo("CANCELLED");
    }

    @Test
    void anOperatorClosesTheIntakeAndOpensItAgain() {
        page.signIn(operator());
        page.open("flow");
        browser.read("main button.danger", "Close the intake").click();
        page.press("#dialog button[type=submit]");
        browser.read("main .tag", "Closed");

        browser.read("main button.primary", "Open the intake").click();

        browser.read("#toasts", "Orders are taken again");
    }

    @Test
    void showsTheRestWhileAServiceIsAway() {
        page.signIn(operator());
        system.kill("loyalty");
        try {
            page.open("flow");

            browser.read(".station.wrong", "Away");
            browser.read(".station", "events/s");
        } finally {
            system.start("loyalty");
        }
    }

    @Test
    void leavesTheFocusWhereItIsInWhatIsDrawnAnew() {
        var link = ".station a[href='#/letters']";
        new Letters(system, "none").of("payment");
        page.signIn(operator());
        page.open("flow");
        browser.see(link);
        browser.tabTo(link);

        browser.run("document.activeElement.id = 'before'");
        browser.awaitCount("#before", 0);

        assertThat(browser.run("return document.activeElement.matches(arguments[0])", link))
                .isEqualTo(true);
    }

    /** So that an order is under way for as long as a browser on a busy machine takes. */
    private void holdParcels(boolean held) {
        new Levers(system, "shipping").pause("order-events-in", held);
    }

    private String operator() {
        return system.token("ops", "operator", null);
    }

    /** Its refund fails again and again; and as the sweeper leaves it when that has gone on for too long. */
    private String stuck() {
        var unrefundable =
                NewOrder.of(warehouse.product(1)).paidWith("tok_refundFail").to("00000");
        var order = shop.placed(unrefundable);
        shop.awaitStatus(order, "CANCELLING");
        try (var connection = system.database("order");
                var update = connection.prepareStatement(
                        "UPDATE orders SET stuck = true, deadline = NULL WHERE id = ?::uuid")) {
            update.setString(1, order);
            update.executeUpdate();
            return order;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
