package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium of this machine. A test that asks for it is skipped where there is none. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Of this machine. What comes from it without TLS is no secure context, as what comes from localhost is. */
    static final String ANOTHER_NAME = "console.test";

    /** The shop shows every product, of which other tests leave some hundreds, each with its button. */
    private static final int MOST_TABS = 600;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        var chromium = program("chromium", "chromium-browser", "google-chrome");
        var chromedriver = program("chromedriver", "chromium.chromedriver");
        assumeTrue(chromium != null, "no chromium on the PATH: the console's page is not tested");
        assumeTrue(chromedriver != null, "no chromedriver on the PATH: the console's page is not tested");
        var options = new ChromeOptions();
        options.setBinary(chromium.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP " + ANOTHER_NAME + " 127.0.0.1",
                // What fades in is pale for a moment.
                "--force-prefers-reduced-motion");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        var browser = new Browser(new ChromeDriver(service, options));
        browser.size(1280, 900);
        return browser;
    }

    private static Path program(String... names) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Of the page itself, in CSS pixels; narrower than any window can be. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the system says of itself: {@code light} or {@code dark}. */
    void system(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void visit(String url) {
        driver.get(url);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** The first that is there in time. */
    WebElement see(String css) {
        return find("see " + css, css, WebElement::isDisplayed);
    }

    /** The element, once its text has this in it. */
    WebElement read(String css, String text) {
        return find(
                "read %s in %s".formatted(text, css),
                css,
                each -> each.getText().contains(text));
    }

    void awaitCount(String css, int count) {
        waiting("see %d of %s".formatted(count, css)).until(() -> texts(css).count() == count);
    }

    void awaitGone(String css, String text) {
        waiting("see no %s in %s".formatted(text, css)).until(() -> texts(css).noneMatch(each -> each.contains(text)));
    }

    /** Of a script that answers yes or no. */
    void awaitTrue(String script) {
        waiting(script).until(() -> (Boolean) run(script));
    }

    List<String> all(String css) {
        return texts(css).toList();
    }

    private Stream<String> texts(String css) {
        return ((List<?>) run("return [...document.querySelectorAll(arguments[0])].map(each => each.innerText)", css))
                .stream().map(String::valueOf);
    }

    private WebElement find(String what, String css, Predicate<WebElement> wanted) {
        return waiting(what)
                .until(
                        () -> driver.findElements(By.cssSelector(css)).stream()
                                .filter(wanted)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** What is drawn anew under one's eyes is looked at again. */
    private static ConditionFactory waiting(String what) {
        return await(what)
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(StaleElementReferenceException.class);
    }

    /** Types at what has the focus. */
    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Moves the focus on by the tab key until it is where the selector says. */
    void tabTo(String css) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((Boolean) run("return document.activeElement.matches(arguments[0])", css)) {
                assertThat((Boolean) run("return document.activeElement.matches(':focus-visible')"))
                        .as("%s shows that it has the focus", css)
                        .isTrue();
                return;
            }
            type(Keys.TAB);
        }
        throw new AssertionError("no tab key leads to " + css);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runUntilDone(String script) {
        return driver.executeAsyncScript(script);
    }

    /** The part of the page that is seen, in {@code target/screenshots}. */
    void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    void assertNothingIsWiderThanThePage() {
        var wide = (Boolean) run("return document.documentElement.scrollWidth > window.innerWidth");
        assertThat(wide).as("%s scrolls sideways", address()).isFalse();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
