package dev.orderflow.systemtests.page;

import java.util.ArrayList;
import java.util.List;

/** Reads the steps of a page in Markdown: each fenced block of bash, with the next fenced block if it is no bash. */
public final class PageReader {

    private static final String FENCE = "```";
    private static final String BASH = FENCE + "bash";

    private final List<Step> steps = new ArrayList<>();
    private final List<String> lines;
    private String heading = "";
    private int at;

    private PageReader(String markdown) {
        this.lines = markdown.lines().toList();
    }

    public static List<Step> steps(String markdown) {
        var reader = new PageReader(markdown);
        while (reader.at < reader.lines.size()) {
            reader.read(reader.lines.get(reader.at++));
        }
        return List.copyOf(reader.steps);
    }

    private void read(String line) {
        if (line.startsWith("#")) {
            heading = line.replaceFirst("^#+ *", "");
        } else if (line.equals(BASH)) {
            steps.add(new Step(at, heading, block(), ""));
        } else if (line.startsWith(FENCE)) {
            show(block());
        }
    }

    private String block() {
        int from = at;
        while (!lines.get(at).equals(FENCE)) {
            at++;
        }
        return String.join("\n", lines.subList(from, at++));
    }

    /** Of two blocks beneath a step the first is what is shown. */
    private void show(String block) {
        if (!steps.isEmpty() && steps.getLast().shown().isEmpty()) {
            var step = steps.removeLast();
            steps.add(new Step(step.line(), step.heading(), step.bash(), block));
        }
    }
}
