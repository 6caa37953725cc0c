package dev.orderflow.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Reason;
import dev.orderflow.notification.domain.Template;
import dev.orderflow.notification.testing.Html;
import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class MailWriterIT {

    private static final UUID ORDER = UUID.fromString("0f8c2f3e-0c43-4b43-9f7e-0d6a1c1f6f43");
    private static final Money PRICE = Money.of("1234.50", "EUR");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Inject
    MailWriter writer;

    private static Stream<Arguments> everyMail() {
        return Arrays.stream(Template.values())
                .flatMap(
                        template -> Arrays.stream(Language.values()).map(language -> Arguments.of(template, language)));
    }

    private static Facts all(String name) {
        var lines = List.of(new OrderLine("mug-blue", name, 1200, PRICE, PRICE));
        return new Facts(lines, PRICE, "USPS", "9400-77", null, PRICE, Reason.TOO_LATE, AT);
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void saysEverythingInPlainTextAndHtml(Template template, Language language) {
        var mail = mail(template, all("Blue mug"), language);

        assertThat(mail.getSubject()).isEqualTo(template.subject(language));
        assertThat(Stream.of(mail.getText(), Html.shown(mail.getHtml())))
                .allSatisfy(body -> assertThat(body)
                        .contains(ORDER.toString())
                        .contains(facts(template, language))
                        .doesNotContain("NOT_FOUND", "null", "{mail", "{content", "{item")
                        .doesNotContain(language == Language.KO ? "Your" : "니다"));
        assertThat(mail.getText()).contains(language == Language.KO ? "Orderflow 드림" : "Your Orderflow shop");
    }

    private static List<String> facts(Template template, Language language) {
        var day = language == Language.KO ? "2026년 1월 2일" : "January 2, 2026";
        return switch (template) {
            case ORDER_PLACED, ORDER_CONFIRMED -> List.of("Blue mug", "1,200", "€1,234.50", day);
            case ORDER_SHIPPED -> List.of("USPS", "9400-77", Reason.TOO_LATE.in(language), day);
            case ORDER_DELIVERED -> List.of(day);
            case ORDER_CANCELLED -> List.of(Reason.TOO_LATE.in(language));
            case RETURN_CLOSED -> List.of("€1,234.50");
            case RETURN_ACCEPTED -> List.of(ORDER.toString());
        };
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void leavesOutWhatAnOlderReleaseDidNotStore(Template template, Language language) {
        var mail = mail(template, new Facts(List.of(), PRICE, "USPS", "94", "Because.", null, null, null), language);

        assertThat(Stream.of(mail.getText(), Html.shown(mail.getHtml())))
                .allSatisfy(body -> assertThat(body)
                        .contains(ORDER.toString())
                        .doesNotContain("NOT_FOUND", "null", "2026")
                        .doesNotContain(language == Language.KO ? "주문일" : "Ordered on"));
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void namesItsLanguageAndLoadsNothing(Template template, Language language) {
        var mail = mail(template, all("Blue mug"), language);

        var tag = language.locale().toLanguageTag();
        assertThat(mail.getHtml().strip()).startsWith("<!DOCTYPE html>").contains("<html lang=\"%s\">".formatted(tag));
        assertThat(mail.getHtml()).doesNotContain("http:", "https:", "src=", "url(", "@import", "<script");
        assertThat(mail.getHeaders().get("Content-Language")).containsExactly(tag);
    }

    /** The mail client waits for each line; beyond ASCII, or with a longer line, it would make many of them. */
    @ParameterizedTest
    @MethodSource("everyMail")
    void hasFewLinesOfHtml(Template template, Language language) {
        var mail = mail(template, all("머그잔"), language);

        assertThat(mail.getHtml()).matches("\\p{ASCII}*");
        assertThat(mail.getHtml().replaceAll("(?s).*<style>|</style>.*", ""))
                .as("styles know no references")
                .contains("color-scheme")
                .doesNotContain("&#");
        assertThat(mail.getHtml().lines())
                .hasSizeLessThanOrEqualTo(6)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void whatOthersWroteIsNeitherMarkupNorTemplateNorALineOfOurs(Template template, Language language) {
        var hostile = "<img src=x onerror=alert(1)>\"'&{mail:total}\r\nTotal: \u202e0";
        var facts = new Facts(
                List.of(new OrderLine("mug-blue", hostile, 1, PRICE, PRICE)),
                PRICE,
                hostile,
                hostile,
                null,
                null,
                Reason.OTHER,
                AT);

        var mail = mail(template, facts, language);

        assertThat(Html.shown(mail.getHtml())).doesNotContain("<img", "\u202e");
        assertThat(mail.getText()).doesNotContain("\u202e").doesNotContain("\nTotal: 0", "\rTotal: 0");
        if (template == Template.ORDER_PLACED) {
            assertThat(Html.shown(mail.getHtml()))
                    .contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;{mail:total} Total:  0");
            assertThat(mail.getText()).contains("<img src=x onerror=alert(1)>\"'&{mail:total} Total:  0");
        }
    }

    @Test
    void isWrittenInOneLanguageWhateverIsWrittenBesides() {
        var texts = Stream.iterate(0, n -> n < 50, n -> n + 1)
                .map(n -> mail(Template.ORDER_DELIVERED, Facts.NONE, n % 2 == 0 ? Language.KO : Language.EN))
                .map(Mail::getText)
                .toList();

        assertThat(texts).hasSize(50).satisfies(all -> {
            assertThat(all.get(48)).contains("안녕하세요").doesNotContain("Hello");
            assertThat(all.get(49)).contains("Hello").doesNotContain("안녕하세요");
        });
    }

    private Mail mail(Template template, Facts facts, Language language) {
        var task = new MailTask(UUID.randomUUID(), ORDER, "c-1", template, facts, language);
        return writer.write(task, "c@example.com").await().atMost(Duration.ofSeconds(10));
    }
}
