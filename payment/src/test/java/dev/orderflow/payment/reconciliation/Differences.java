package dev.orderflow.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operator sees of the reconciliation. */
final class Differences {

    static final String PATH = "/admin/reconciliation";
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private Differences() {}

    static Map<String, Object> awaitDifference(String intent, String kind) {
        return await().atMost(PATIENCE)
                .until(
                        () -> differences(PATH).stream()
                                .filter(each -> intent.equals(each.get("intent")))
                                .findFirst()
                                .orElse(Map.of()),
                        found -> kind.equals(found.get("kind")));
    }

    static void awaitAgreement(String intent) {
        await().atMost(PATIENCE)
                .until(() -> differences(PATH).stream().noneMatch(each -> intent.equals(each.get("intent"))));
    }

    static void awaitRuns(int count) {
        for (int run = 0; run < count; run++) {
            var now = Instant.now();
            await().atMost(PATIENCE).until(() -> lastFinish().isAfter(now));
        }
    }

    static Instant lastFinish() {
        var at = asOperator().get(PATH).jsonPath().getString("lastRun.finishedAt");
        return at == null ? Instant.EPOCH : Instant.parse(at);
    }

    static List<Map<String, Object>> differences(String first) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (var next = first; next != null; ) {
            Response page = asOperator().urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            all.addAll(page.jsonPath().getList("items"));
            next = page.jsonPath().getString("next");
        }
        return all;
    }

    static String side(Map<String, Object> difference, String which) {
        var side = (Map<?, ?>) difference.get(which);
        var captured = (Map<?, ?>) side.get("captured");
        var refunded = (Map<?, ?>) side.get("refunded");
        return captured.get("amount") + "/" + refunded.get("amount") + " " + captured.get("currency");
    }

    static RequestSpecification asOperator() {
        return given().auth().oauth2(Tokens.operator("o-1"));
    }
}
