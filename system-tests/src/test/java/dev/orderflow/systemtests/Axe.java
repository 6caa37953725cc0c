package dev.orderflow.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Deque's axe-core, run in the page: what keeps people from using it, as far as a program can tell. */
final class Axe {

    private static final Path REPORT = Path.of("target", "screenshots", "axe.txt");
    private static final String FILE = "/axe.min.js";

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
              result => done(result.violations.flatMap(each => each.nodes.map(node =>
                `${each.impact} ${each.id}: ${node.target.join(' ')} ${node.failureSummary.replaceAll('\\n', ' ')}`))
                .concat(`passes ${result.passes.length}`)),
              failure => done([`axe failed: ${failure}`]));
            """;

    private Axe() {}

    /** Every violation, whatever its weight; those, and how many rules passed, stand in the report too. */
    static List<String> violations(Browser browser, String page) throws IOException {
        browser.run(source());
        var found = ((List<?>) browser.runUntilDone(RUN))
                .stream().map(String::valueOf).toList();
        Files.createDirectories(REPORT.getParent());
        Files.writeString(
                REPORT,
                page + ": " + String.join("\n  ", found.reversed()) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return found.subList(0, found.size() - 1);
    }

    private static String source() {
        try (var file = Axe.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
