package dev.orderflow.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongLinesTest {

    @Test
    void joinsLinesBySpaces() {
        assertThat(LongLines.of("<p>\n  Hello,\r\n\n  Alice\n</p>\n")).isEqualTo("<p> Hello, Alice </p>");
    }

    /** 990 and a dot that may be doubled. */
    @Test
    void makesNoLineLongerThanAMailsMayBe() {
        var joined = LongLines.of((".page { color: red }\n").repeat(200));

        assertThat(joined.lines())
                .hasSizeBetween(5, 6)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(990));
        assertThat(joined.replace('\n', ' '))
                .isEqualTo((".page { color: red } ").repeat(200).strip());
    }

    @Test
    void leavesALineThatIsTooLong() {
        var tooLong = "x".repeat(2_000);

        assertThat(LongLines.of("<p>\n" + tooLong + "\n</p>")).isEqualTo("<p>\n" + tooLong + "\n</p>");
    }

    @Test
    void leavesNothing() {
        assertThat(LongLines.of("")).isEmpty();
    }
}
