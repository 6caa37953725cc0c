package dev.orderflow.platform.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class AuditResourceIT {

    @Inject
    Audit audit;

    @Inject
    UnitsOfWork units;

    private final String actor = "ops-" + UUID.randomUUID();

    @Test
    void tellsWhatAnOperatorDid() throws Throwable {
        record("pump-stopped", "pump-7");

        operator()
                .get("/admin/audit?actor=" + actor)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("items", hasSize(1))
                .body("items[0].id", notNullValue())
                .body("items[0].at", notNullValue())
                .body("items[0].actor", equalTo(actor))
                .body("items[0].action", equalTo("pump-stopped"))
                .body("items[0].subject", equalTo("pump-7"))
                .body("items[0].details.reason", equalTo("it leaks"));
    }

    @Test
    void pagesFromTheNewestToTheOldest() throws Throwable {
        for (int n = 1; n <= 5; n++) {
            record("pump-stopped", "pump-" + n);
        }
        List<String> seen = new ArrayList<>();
        for (String next = "/admin/audit?limit=2&actor=" + actor; next != null; ) {
            var page = operator()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.subject", String.class));
            next = page.path("next");
        }

        assertThat(seen).containsExactly("pump-5", "pump-4", "pump-3", "pump-2", "pump-1");
    }

    @Test
    void showsWhatMatchesTheWholeQuestion() throws Throwable {
        record("pump-stopped", "pump-1");
        record("pump-started", "pump-1");
        record("pump-stopped", "pump-2");

        operator()
                .get("/admin/audit?action=pump-stopped&subject=pump-1&from=2026-01-01T00:00:00Z&actor=" + actor)
                .then()
                .body("items.action", contains("pump-stopped"))
                .body("items.subject", contains("pump-1"));
        operator()
                .get("/admin/audit?to=2026-01-01T00:00:00Z&actor=" + actor)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"from=yesterday, from", "to=7, to", "limit=0, limit", "cursor=x, cursor", "cursor=YWJj, cursor"})
    void refusesMalformedParameters(String query, String field) {
        operator()
                .get("/admin/audit?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void isForOperatorsOnly() {
        given().auth()
                .oauth2(Tokens.customer("c-1"))
                .get("/admin/audit")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().get("/admin/audit").then().statusCode(401);
    }

    private void record(String action, String subject) throws Throwable {
        var entry = new AuditEntry(actor, action, subject, Map.of("reason", "it leaks"));
        VertxContextSupport.subscribeAndAwait(() -> units.run(work -> audit.record(work.sql(), entry)));
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("ops-reader"));
    }
}
