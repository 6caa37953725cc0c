package dev.orderflow.systemtests.page;

/**
 * A block of bash in a page, and what is shown beneath it.
 *
 * @param line where the block begins
 * @param heading what it stands under
 * @param shown empty if nothing is
 */
public record Step(int line, String heading, String bash, String shown) {

    /** For people: where it is, and what it begins with. */
    @Override
    public String toString() {
        return "%s, line %d: %s"
                .formatted(heading, line, bash.lines().findFirst().orElse(""));
    }
}
