package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That who presses a button in the console gets one order, and is told of it, whatever becomes of the answer. */
@ExtendWith(RunningSystem.class)
class ConsoleShopIT extends ConsoleFixture {

    private static final String PLACE = "POST /api/order/orders";
    private static final String BUTTON = "form button[type=submit]";

    private final Warehouse warehouse = new Warehouse(system);
    private final Levers order = new Levers(system, "order");
    private final Shop shop = new Shop(system, customer);
    private final PageCalls calls = new PageCalls(browser);

    @BeforeEach
    void signIn() {
        page.signIn(shop.token());
    }

    @AfterEach
    void takeOrders() {
        order.openIntake(true);
    }

    @Test
    void asksForTheVerySameOrderUntilItIsKnownWhatBecameOfIt() {
        var more = choose(warehouse.product(5));
        calls.lose(PLACE);
        page.press(BUTTON);
        browser.read("form [role=alert]", "It may have been placed");
        page.press(more);
        assertThat(browser.all(".cart-line").getFirst()).startsWith("1 ×");

        calls.hurry(PLACE);
        browser.read(BUTTON, "Ask again").click();
        browser.see("#timeline");

        assertThat(calls.made()).hasSize(2);
        assertThat(calls.made().getFirst()).isEqualTo(calls.made().getLast());
        assertThat(browser.address()).endsWith("/orders/" + placed().getFirst());
        assertThat(placed()).hasSize(1);
    }

    @Test
    void asksForTheVerySameOrderWhereItsCommitMayHaveBeenLost() {
        choose(warehouse.product(5));
        calls.refuse(PLACE, 503, "unavailable");
        page.press(BUTTON);
        browser.read("form [role=alert]", "It may have been placed");

        calls.hurry(PLACE);
        browser.read(BUTTON, "Ask again").click();
        browser.see("#timeline");

        assertThat(placed()).hasSize(1);
    }

    @Test
    void saysClearlyThatNoOrderIsTaken() {
        choose(warehouse.product(5));
        order.openIntake(false);

        page.press(BUTTON);

        var said = browser.read("form [role=alert]", "No orders are taken").getText();
        assertThat(said).doesNotContain("may have been");
        assertThat(browser.all(BUTTON)).contains("Place the order");
        assertThat(placed()).isEmpty();
    }

    @Test
    void takesOrdersFromAnotherMachineWithoutTls() {
        browser.visit(page.addressWith(shop.token()).replace("localhost", Browser.ANOTHER_NAME));
        page.press("#dialog button[type=submit]");
        choose(warehouse.product(5));
        assertThat(browser.run("return isSecureContext")).isEqualTo(false);

        page.press(BUTTON);

        browser.see("#timeline");
        assertThat(placed()).hasSize(1);
    }

    @Test
    void asksForAnotherOrderWhenSomebodySaysSo() {
        choose(warehouse.product(5));
        calls.lose(PLACE);
        page.press(BUTTON);
        browser.read("form [role=alert] button", "Order something else").click();

        calls.hurry(PLACE);
        browser.read(BUTTON, "Place the order").click();
        browser.see("#timeline");

        assertThat(placed()).hasSize(2);
    }

    @Test
    void takesNoSecondPressWhileTheFirstIsOnItsWay() {
        var more = choose(warehouse.product(5));
        calls.delay(PLACE);
        page.press(BUTTON);
        page.press(more);
        page.press(BUTTON);

        calls.hurry(PLACE);
        page.press(BUTTON);
        awaitAnswer();
        browser.see("#timeline");

        assertThat(calls.made()).hasSize(1);
        assertThat(placed()).hasSize(1);
    }

    @Test
    void tellsWhoHasGoneElsewhereAndDoesNotFetchThemBack() {
        choose(warehouse.product(1));
        calls.delay(PLACE);
        page.press(BUTTON);
        page.open("notices");

        awaitAnswer();

        browser.read("#toasts", "was placed");
        assertThat(browser.address()).endsWith("#/notices");
    }

    @Test
    void leadsPastAllProductsToTheOrder() {
        choose(warehouse.product(1));

        browser.read(".finder button", "Your order (1)").click();

        assertThat(browser.run("return document.activeElement.id")).isEqualTo("cart-title");
    }

    @Test
    void showsOlderOrdersWhenAskedFor() {
        var one = NewOrder.of(warehouse.product(30));
        for (int n = 0; n < 26; n++) {
            shop.placed(one);
        }
        page.open("orders");
        browser.awaitCount("main tbody tr", 25);

        browser.read("main button", "Show older ones").click();

        browser.awaitCount("main tbody tr", 26);
        assertThat(browser.all("main button")).isEmpty();
        assertThat(browser.run("return document.activeElement.closest('tr').rowIndex"))
                .as("the first of those that came")
                .isEqualTo(26L);
    }

    /** Puts one of it into the cart; answers what is pressed for another. */
    private String choose(String sku) {
        var more = "[aria-label='One Product %s more']".formatted(sku);
        page.open("shop");
        browser.see("#find").sendKeys(sku);
        page.press(more);
        return more;
    }

    /** The page's call has reached order by then, and its answer the page. */
    private void awaitAnswer() {
        browser.awaitTrue("return calls.late.length > 0");
        calls.release();
    }

    private List<String> placed() {
        return shop.client().orders().list().stream()
                .map(order -> order.id().toString())
                .toList();
    }
}
