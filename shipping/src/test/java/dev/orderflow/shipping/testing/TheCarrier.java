package dev.orderflow.shipping.testing;

import static io.restassured.RestAssured.given;

import dev.orderflow.devservices.testing.OutsideParties;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** The carrier as a test sees it: what it knows, and what it could tell. */
public final class TheCarrier {

    private TheCarrier() {}

    public static void tells(URI application) {
        OutsideParties.carrier()
                .webhookTo(application.resolve("/webhooks/carriers").toString());
    }

    /** From now on its webhooks are lost. */
    public static void tellsNobody() {
        OutsideParties.carrier().webhookTo("http://localhost:9/nobody");
    }

    /** @param moment {@code before-create}, {@code after-create}, {@code before-buy} or {@code after-buy} */
    public static void dies(String moment) {
        tellProxy(LossyProxy.CONTROL + moment);
    }

    /** Labels can be made and bought, but nothing can be looked up. */
    public static void failsLooks() {
        tellProxy(LossyProxy.LOOKS_FAIL);
    }

    public static void answersLooks() {
        tellProxy(LossyProxy.LOOKS_WORK);
    }

    private static void tellProxy(String what) {
        var proxy = ConfigProvider.getConfig().getValue("orderflow.carrier.url", String.class);
        given().post(proxy + what).then().statusCode(204);
    }

    public static void diesNow() {
        OutsideParties.carrier().kill();
    }

    public static boolean isDead() {
        try {
            return given().get(OutsideParties.carrier().url() + "/health").statusCode() != 200;
        } catch (Exception refused) {
            return true;
        }
    }

    public static void comesBack() {
        OutsideParties.carrier().start();
    }

    /** What it knows under our id. */
    public static List<Map<String, Object>> shipments(UUID label) {
        return JsonPath.from(api().queryParam("reference", label)
                        .get("/v2/shipments")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getList("shipments");
    }

    private static RequestSpecification api() {
        return given().baseUri(OutsideParties.carrier().url())
                .auth()
                .preemptive()
                .basic(OutsideParties.API_KEY, "");
    }

    /** A webhook that the carrier might send, signed as it signs. */
    public static Response says(String carrierId, String trackingNumber, String status) {
        var body = webhook(carrierId, trackingNumber, status);
        return sends(body, signature(body));
    }

    /** What such a webhook says. */
    public static String webhook(String carrierId, String trackingNumber, String status) {
        return """
                {"id": "evt_test", "object": "Event", "description": "tracker.updated", "result": {
                  "id": "trk_test", "object": "Tracker", "shipment_id": "%s", "tracking_code": "%s",
                  "carrier": "OrderflowParcel", "status": "%s",
                  "tracking_details": [{"object": "TrackingDetail", "status": "%s", "datetime": "%s"}]}}""".formatted(carrierId, trackingNumber, status, status, Instant.now());
    }

    public static Response sends(String body, String signature) {
        return sends(body, signature, "/webhooks/carriers");
    }

    public static Response sends(String body, String signature, String address) {
        var request = given().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
        return (signature == null ? request : request.header("X-Hmac-Signature", signature)).post(address);
    }

    public static String signature(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(OutsideParties.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "hmac-sha256-hex=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
