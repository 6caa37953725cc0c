package dev.orderflow.platform.paging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class PageIT {

    @Test
    void followingNextShowsEverythingOnce() {
        List<Integer> seen = new ArrayList<>();
        for (String next = "/samples/page?limit=50&colour=RED"; next != null; ) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items", Integer.class));
            next = page.path("next");
            assertThat(next == null || next.startsWith("/samples/page?") && next.contains("colour=RED"))
                    .isTrue();
        }
        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
    }

    @Test
    void showsFiftyUnlessAsked() {
        given().get("/samples/page").then().body("items", hasSize(50));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "limit=99999999999999999999, limit",
        "cursor=%21, cursor",
        "colour=BLUE, colour"
    })
    void refusesMalformedParameters(String query, String field) {
        given().urlEncodingEnabled(false)
                .get("/samples/page?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }
}
