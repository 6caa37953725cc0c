package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The list of what a customer was told: whose it is, and its pages. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class NotificationListIT extends NotificationFixture {

    @Test
    void whoGaveNoAddressCanStillReadTheList() {
        var order = AnOrder.some().withoutEmail();
        orders.publish(order.placed());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listed(order))
                        .extracting(each -> each.get("status"))
                        .containsExactly("NO_ADDRESS"));
    }

    @Test
    void nobodySeesAnothersNotifications() {
        var order = AnOrder.some();
        orders.publish(order.placed());
        onlyMail(order);

        given().auth()
                .oauth2(Tokens.customer("somebody-else"))
                .get("/notifications")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.is(0));
    }

    @Test
    void pagesThroughTheList() {
        var order = AnOrder.some();
        orders.publish(order.placed());
        orders.publish(order.confirmed());
        orders.publish(order.shipped());
        await().atMost(SOON).untilAsserted(() -> assertThat(listed(order)).hasSize(3));

        var token = Tokens.customer(order.customer());
        var first = given().auth().oauth2(token).get("/notifications?limit=2").jsonPath();
        var second = given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get(first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items.template")).containsExactly("order-shipped", "order-confirmed");
        assertThat(second.getList("items.template")).containsExactly("order-placed");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void refusesAPageThatIsNone() {
        var token = Tokens.customer("c");
        given().auth().oauth2(token).get("/notifications?limit=0").then().statusCode(400);
        given().auth().oauth2(token).get("/notifications?cursor=x").then().statusCode(400);
    }

    @Test
    void asksForAToken() {
        given().get("/notifications")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", org.hamcrest.Matchers.containsString("Bearer"));
        given().auth()
                .oauth2(Tokens.forSubject("c").groups("customer").forged())
                .get("/notifications")
                .then()
                .statusCode(401);
    }
}
