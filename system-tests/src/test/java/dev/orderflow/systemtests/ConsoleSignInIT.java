package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Whose name one acts in at the console, and that nobody else has a say in it. */
@ExtendWith(RunningSystem.class)
class ConsoleSignInIT extends ConsoleFixture {

    @Test
    void keepsATokenOutOfTheAddress() {
        page.signIn(customer());

        assertThat(browser.address()).isEqualTo(system.url("console") + "/");
        assertThat(browser.all("nav a")).containsExactly("Shop", "Orders", "Notices");
        browser.run("location.hash = '#/letters'");
        browser.read("main h1", "There is no such view");
    }

    @Test
    void asksBeforeAnAddressSignsAnybodyIn() {
        browser.visit(page.addressWith(operator()));
        browser.read("#dialog h2", "Sign in as ops?");
        browser.read("#dialog p", "ops (Operator)");
        assertThat(browser.address()).isEqualTo(system.url("console") + "/");

        browser.type(Keys.ENTER);

        browser.awaitCount("#dialog[open]", 0);
        browser.read("main h1", "Sign in to Orderflow");
        assertThat(browser.run("return sessionStorage.length"))
                .as("what is left of a token that nobody wanted")
                .isEqualTo(0L);
    }

    @Test
    void asksBeforeAnAddressMakesSomebodyElseOfWhoIsSignedIn() {
        page.signIn(customer());
        page.open("orders");
        var address = page.addressWith(operator());

        browser.visit(address);
        browser.read("#dialog h2", "Sign in as ops instead of " + customer + "?");
        page.press("#dialog button[type=button]");
        browser.awaitCount("#dialog[open]", 0);
        browser.read("main h1", "Your orders");
        browser.read("#account .account-name", customer);
        assertThat(browser.address()).endsWith("/#/orders");

        browser.visit(address);
        page.press("#dialog button[type=submit]");
        browser.read("#account .account-name", "ops");
    }

    @Test
    void saysSoWhereAnAddressGivesTheSamePersonMoreToSay() {
        page.signIn(customer());

        browser.visit(page.addressWith(system.tokenOfAll(customer)));

        browser.read(
                "#dialog h2",
                "Sign in as %s with other roles: Customer, Operator instead of Customer?".formatted(customer));
        assertThat(browser.all("#dialog button.danger")).containsExactly("Sign in as " + customer);
        page.press("#dialog button[type=button]");
        assertThat(browser.all("nav a")).containsExactly("Shop", "Orders", "Notices");
    }

    @Test
    void takesNoTokenThatIsNone() {
        browser.visit(system.url("console") + "/");

        browser.see("#token").sendKeys("nonsense");
        page.press("form button");

        browser.read("#token-error", "no token");
    }

    @Test
    void signsOutWhoseTokenIsNotAcceptedAnyMore() {
        page.signIn(operator());
        page.open("flow");
        page.press("main button.danger");
        browser.see("#dialog[open]");

        browser.run("sessionStorage['orderflow-token'] = sessionStorage['orderflow-token'].slice(0, -8) + 'AAAAAAAA'");

        browser.read("main h1", "Sign in to Orderflow");
        browser.read("#toasts", "Your token is not accepted any more");
        browser.awaitCount("#dialog[open]", 0);
    }

    private String customer() {
        return system.token(customer, "customer", null);
    }
}
