package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers ask for of an order that they have placed, and how the page goes on from there. */
@ExtendWith(RunningSystem.class)
class ConsoleOrderIT extends ConsoleFixture {

    private static final String CANCEL = "main button.danger";

    /** Whether the ring around what has the focus is inside of what scrolls. */
    private static final String IS_RING_WHOLE = """
            const focused = document.activeElement;
            const style = getComputedStyle(focused);
            const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
            const [inner, outer] = [focused, focused.closest('.side')].map(each => each.getBoundingClientRect());
            return ring > 0 && inner.left - ring >= outer.left && inner.bottom + ring <= outer.bottom;
            """;

    private final Warehouse warehouse = new Warehouse(system);
    private final Levers shipping = new Levers(system, "shipping");
    private final Shop shop = new Shop(system, customer);

    @BeforeEach
    void signIn() {
        page.signIn(shop.token());
    }

    @AfterEach
    void letParcelsGo() {
        shipping.pause("order-events-in", false);
    }

    @Test
    void aQuestionNamesItsOrderAndEndsWithIt() {
        var id = openConfirmed();

        browser.read(CANCEL, "Cancel the order").click();
        browser.read("#dialog h2", "Cancel order …" + id.substring(id.length() - 8));
        browser.run("location.hash = '#/shop'");

        browser.awaitCount("#dialog[open]", 0);
        assertThat(shop.status(id)).isEqualTo("CONFIRMED");
    }

    @Test
    void leavesTheFocusInThePageWhereTheButtonIsGone() {
        openConfirmed();

        browser.read(CANCEL, "Cancel the order").click();
        page.press("#dialog button[type=submit]");

        browser.read("#toasts", "The order is being undone");
        browser.awaitCount(CANCEL, 0);
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void showsTheWholeRingOfWhatHasTheFocus() {
        openConfirmed();

        browser.tabTo(CANCEL);

        assertThat(browser.run(IS_RING_WHOLE)).isEqualTo(true);
    }

    @Test
    void followsAReturnWhoseAnswerWasLost() {
        var id = shop.placed(NewOrder.of(warehouse.product(1)));
        shop.awaitStatus(id, "DELIVERED");
        page.open("orders/" + id);
        page.awaitEvent("OrderDelivered");
        browser.read(".view-head .tag", "Complete");
        new PageCalls(browser).lose("/returns");

        browser.read("main button", "Send it back").click();
        page.press("#dialog button[type=submit]");

        browser.read("#toasts .bad", "It may have been done all the same");
        page.awaitEvent("ReturnAccepted");
        browser.awaitGone("main button", "Send it back");
    }

    /** Its parcel waits, so that it may be cancelled; answers its id. */
    private String openConfirmed() {
        shipping.pause("order-events-in", true);
        var id = shop.placed(NewOrder.of(warehouse.product(1)));
        shop.awaitStatus(id, "CONFIRMED");
        page.open("orders/" + id);
        return id;
    }
}
