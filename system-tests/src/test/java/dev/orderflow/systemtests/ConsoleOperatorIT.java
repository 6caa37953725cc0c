package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators see and do in the console, in a real browser, against the running services. */
@ExtendWith(RunningSystem.class)
class ConsoleOperatorIT extends ConsoleFixture {

    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, customer);

    @AfterEach
    void letOrdersIn() {
        new Levers(system, "order").openIntake(true);
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
