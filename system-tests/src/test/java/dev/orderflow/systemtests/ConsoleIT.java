package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What customers do in the console, in a real browser, against the running services. */
@ExtendWith(RunningSystem.class)
class ConsoleIT extends ConsoleFixture {

    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, customer);

    @AfterEach
    void letParcelsGo() {
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

    /** So that an order is under way for as long as a browser on a busy machine takes. */
    private void holdParcels(boolean held) {
        new Levers(system, "shipping").pause("order-events-in", held);
    }
}
