package dev.orderflow.platform.problem;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class UnavailableIT {

    @AfterEach
    void databaseIsBack() {
        EmbeddedParts.shared().start(Name.POSTGRES);
    }

    @Test
    void asksToComeBackWhileTheDatabaseIsAwayAndHealsByItself() {
        String ticket = ticket().then().statusCode(201).extract().path("ticket");
        EmbeddedParts.shared().kill(Name.POSTGRES);
        for (int i = 0; i < 5; i++) {
            post().then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "2")
                    .body("type", equalTo("/problems/unavailable"));
        }
        ticket().then().statusCode(503);
        show(ticket).then().statusCode(503);
        EmbeddedParts.shared().start(Name.POSTGRES);
        await().atMost(Duration.ofSeconds(20)).until(() -> post().statusCode() == 201);
        show(ticket().path("ticket")).then().statusCode(200);
    }

    private static Response ticket() {
        return given().auth().oauth2(Tokens.customer("c-1")).post("/tickets");
    }

    private static Response show(String ticket) {
        return given().queryParam("ticket", ticket).get("/live/1/events");
    }

    private static Response post() {
        return given().auth()
                .oauth2(Tokens.customer("c-1"))
                .contentType("application/json")
                .body("{\"behaviour\":\"ok\"}")
                .post("/effects");
    }
}
