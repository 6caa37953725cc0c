package dev.orderflow.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
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
    void writesWhatIsNotAsciiAsReferences() {
        assertThat(LongLines.of("<p>2 × €5.00,\n한 😀</p>"))
                .isEqualTo("<p>2 &#215; &#8364;5.00, &#54620; &#128512;</p>");
    }

    /** Quoted-printable would cut it into lines of 76 characters. */
    @Test
    void isSentAsItIs() {
        var html = "<p>\n" + "2 × Größe €5.00;\n".repeat(30) + "</p>\n";
        var mail = new MailMessage()
                .setFrom("shop@example.com")
                .setTo("alice@example.com")
                .setHtml(LongLines.of(html));

        assertThat(new MailEncoder(mail, "localhost").encode().lines())
                .contains("Content-Transfer-Encoding: 7bit")
                .anyMatch(sent -> sent.length() > 900);
    }

    @Test
    void leavesNothing() {
        assertThat(LongLines.of("")).isEmpty();
    }
}
