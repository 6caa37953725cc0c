package dev.orderflow.platform.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dead letters are listed, filtered and shown, to operators only. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class DeadLetterResourceIT extends DeadLetterFixture {

    @Test
    void listsLettersNewestFirstAndPageByPage() throws Throwable {
        bury(FIRST, SECOND, THIRD);

        var ids = new ArrayList<String>();
        for (String next = "/admin/dead-letters?limit=2&key=" + customer; next != null; ) {
            var page = operator()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.jsonPath().getList("items.id"));
            next = page.path("next");
        }

        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        operator()
                .get("/admin/dead-letters?key=" + customer)
                .then()
                .body("items.state", contains("WAITING", "WAITING", "OPEN"))
                .body("items[2].error", equalTo("poison"))
                .body("items[2].errorType", equalTo("IllegalStateException"))
                .body("items[2].attempts", equalTo(1))
                .body("items[0].error", nullValue());
    }

    @Test
    void filtersByState() throws Throwable {
        bury(FIRST, SECOND);

        operator()
                .get("/admin/dead-letters?state=OPEN&type=orderflow.customer.erased&topic=customer-events&key="
                        + customer)
                .then()
                .statusCode(200)
                .body("items.state", contains("OPEN"));
        operator()
                .get("/admin/dead-letters?state=OPEN&to=2020-01-01T00:00:00Z&key=" + customer)
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    void showsTheRecordAsItCame() throws Throwable {
        bury(FIRST, SECOND);

        operator()
                .get("/admin/dead-letters/" + letter("OPEN"))
                .then()
                .statusCode(200)
                .header("Cache-Control", notNullValue())
                .body("payload.customerId", equalTo(customer))
                .body("payload.at", equalTo(FIRST))
                .body("headers.ce_type", equalTo("orderflow.customer.erased"))
                .body("behind", equalTo(1))
                .body("state", equalTo("OPEN"));
    }

    @Test
    void showsARecordThatIsNoJson() throws Throwable {
        byte[] framed = {0, 0, 0, 0, 7, 2};
        VertxContextSupport.subscribeAndAwait(() -> channel.deliver(customer, framed));
        var id = letter("OPEN");

        operator()
                .get("/admin/dead-letters/" + id)
                .then()
                .statusCode(200)
                .body("payloadBase64", equalTo("AAAAAAcC"))
                .body("payload", nullValue());
        operator().post("/admin/dead-letters/" + id + "/replay").then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /admin/dead-letters?state=SHUT, 400",
        "GET, /admin/dead-letters?limit=0, 400",
        "GET, /admin/dead-letters?cursor=bm8, 400",
        "GET, /admin/dead-letters?from=today, 400",
        "GET, /admin/dead-letters/no-uuid, 404",
        "GET, /admin/dead-letters/00000000-0000-7000-8000-000000000000, 404",
        "POST, /admin/dead-letters/00000000-0000-7000-8000-000000000000/replay, 404",
        "DELETE, /admin/dead-letters/00000000-0000-7000-8000-000000000000, 404"
    })
    void refusesWhatIsWrong(String method, String path, int status) {
        operator()
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"{\"keys\":\"x\"}", "[]", "''", "{\"from\":\"today\"}"})
    void refusesAMalformedFilter(String body) {
        operator()
                .contentType("application/json")
                .body(body)
                .post("/admin/dead-letters/replay")
                .then()
                .statusCode(400);
    }

    @Test
    void isForOperators() {
        var mine = Tokens.customer("c-1");
        given().auth().oauth2(mine).get("/admin/dead-letters").then().statusCode(403);
        given().auth()
                .oauth2(mine)
                .post("/admin/dead-letters/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(403);
        given().get("/admin/dead-letters").then().statusCode(401);
    }
}
