package dev.orderflow.systemtests;

/** The console's page in a browser, and how one gets about in it. */
record ConsolePage(TestSystem system, Browser browser) {

    /** As somebody does who opens the address that {@code ./run} prints, and means it. */
    void signIn(String token) {
        browser.visit(addressWith(token));
        press("#dialog button[type=submit]");
        browser.see("#account .account-name");
    }

    String addressWith(String token) {
        return system.url("console") + "/#token=" + token;
    }

    /** Returns when it shows what it has to show. */
    void open(String view) {
        browser.run("location.hash = arguments[0]", "#/" + view);
        browser.see("nav a[href='#/%s'][aria-current=page]".formatted(view.replaceFirst("/.*", "")));
        browser.see("main h1");
        browser.awaitGone("main .loading", "");
    }

    void press(String css) {
        browser.see(css).click();
    }

    /** Places an order of the product by hand; answers its id. */
    String order(String product) {
        open("shop");
        browser.see("#find").sendKeys(product);
        press("[aria-label='One %s more']".formatted(product));
        press("form button[type=submit]");
        browser.see("#timeline");
        return browser.address().replaceFirst(".*/", "");
    }

    void awaitEvent(String event) {
        browser.see("#timeline li[data-event=%s]".formatted(event));
    }
}
