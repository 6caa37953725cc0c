package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.Html;
import dev.orderflow.notification.testing.MailSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In which language a customer is written to, up to what an SMTP server gets. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class LanguageIT extends NotificationFixture {

    @Test
    void writesInTheLanguageOfTheOrdersContactToTheEnd() {
        var order = AnOrder.some();
        orders.publish(order.placedIn("ko-KR"));
        orders.publish(order.cancelled(1));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(MailSink.subjectsTo(order.email())).containsExactly("주문이 접수되었습니다", "주문이 취소되었습니다"));
        var mails = MailSink.mailsTo(order.email());
        assertThat((String) mails.getFirst().get("text"))
                .contains("안녕하세요, 고객님.")
                .contains("Blue mug & saucer 2개: €25.80")
                .contains("주문일: 2026년 1월 2일");
        assertThat(Html.shown((String) mails.getLast().get("html"))).contains("결제가 승인되지 않았습니다.");
        as(order).get("/notifications").then().body("items.subject", contains("주문이 취소되었습니다", "주문이 접수되었습니다"));
    }

    @Test
    void theCustomersOwnWordGoesBeforeTheOrders() {
        var english = AnOrder.some();
        var korean = AnOrder.some();
        prefer(english, "en-GB");
        prefer(korean, "ko");

        orders.publish(english.placedIn("ko"));
        orders.publish(korean.placedIn("en"));

        assertThat(onlyMail(english).get("subject")).isEqualTo("We have received your order");
        assertThat(onlyMail(korean).get("subject")).isEqualTo("주문이 접수되었습니다");
    }

    @Test
    void writesEnglishInWantOfTheirLanguage() {
        var order = AnOrder.some();
        orders.publish(order.placedIn("de-DE"));

        assertThat(onlyMail(order).get("subject")).isEqualTo("We have received your order");
    }

    @Test
    void sendsTextInUtf8AndHtmlInAscii() {
        var order = AnOrder.some();
        orders.publish(order.placedInKorea("파란 머그컵 <b>🫖</b>"));

        var mail = onlyMail(order);

        assertThat(mail.get("subject")).isEqualTo("주문이 접수되었습니다");
        assertThat(MailSink.header(mail, "Subject")).matches("\\p{ASCII}+").startsWithIgnoringCase("=?utf-8?");
        assertThat(MailSink.header(mail, "Content-Type")).startsWith("multipart/alternative;");
        assertThat(MailSink.header(mail, "Content-Language")).isEqualTo("ko");
        assertThat((List<?>) mail.get("parts")).hasSize(2);
        assertThat(part(mail, 0)).startsWith("text/plain").contains("charset=utf-8");
        assertThat(part(mail, 1)).isEqualTo("text/html");
        assertThat((String) mail.get("html")).matches("\\p{ASCII}+");
        assertThat((String) mail.get("text")).contains("파란 머그컵 <b>🫖</b> 1개: ₩25,800");
        assertThat(Html.shown((String) mail.get("html")))
                .contains("파란 머그컵 &lt;b&gt;🫖&lt;/b&gt;")
                .contains("<html lang=\"ko\">");
    }

    @Test
    void anErasureTakesTheLanguageToo() {
        var order = AnOrder.some();
        orders.publish(order.placedIn("ko"));
        onlyMail(order);
        assertThat(tables.languages(order)).containsExactly("KO");

        orders.publish(order.erased());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.languages(order)).isEmpty());
    }

    @Test
    void problemsAreToldInEnglishByEveryService() {
        as(AnOrder.some())
                .header("Accept-Language", "ko-KR, ko;q=0.9")
                .body("{}")
                .put("/preferences")
                .then()
                .statusCode(400)
                .body(containsString("must not be null"));
    }

    private static String part(Map<String, Object> mail, int number) {
        return ((String) ((List<?>) mail.get("parts")).get(number)).toLowerCase();
    }

    private static void prefer(AnOrder order, String locale) {
        as(order)
                .body("{\"locale\":\"%s\",\"channels\":[\"EMAIL\"]}".formatted(locale))
                .put("/preferences")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(AnOrder order) {
        return given().auth().oauth2(Tokens.customer(order.customer())).contentType("application/json");
    }
}
