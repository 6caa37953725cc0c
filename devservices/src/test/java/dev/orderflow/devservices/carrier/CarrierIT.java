package dev.orderflow.devservices.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.testing.Http;
import dev.orderflow.devservices.testing.Http.Answer;
import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.Receiver;
import dev.orderflow.devservices.testing.TestParty;
import dev.orderflow.devservices.webhook.Hmac;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CarrierIT {

    private final TestParty carrier =
            OutsideParties.carrier(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(1));
    private final Http http = new Http(carrier.url(), Map.of("Authorization", "Basic " + user()));
    private final String reference = UUID.randomUUID().toString();

    @Test
    void takesAParcelToItsAddressByItself() throws Exception {
        String shipment = create("10115", false);
        Answer bought = buy(shipment);

        assertThat(bought.text("/tracker/status")).isEqualTo("pre_transit");
        assertThat(bought.text("/tracking_code")).isNotEmpty();
        assertThat(bought.text("/postage_label/label_url")).isNotEmpty();
        awaitStatus(shipment, "delivered");
        assertThat(get(shipment).body().at("/tracker/tracking_details").findValuesAsText("status"))
                .containsExactly("pre_transit", "in_transit", "delivered");
    }

    @Test
    void bringsAReturnBackWithoutDispatch() throws Exception {
        String shipment = create("10115", true);
        buy(shipment);

        awaitStatus(shipment, "delivered");
        assertThat(get(shipment).body().at("/tracker/tracking_details").findValuesAsText("status"))
                .containsExactly("pre_transit", "delivered");
    }

    @Test
    void refusesAnAddressThatNobodyFinds() throws Exception {
        Answer refused = http.post("/v2/shipments", shipment("00000", false));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/error/code")).isEqualTo("ADDRESS.VERIFY.FAILURE");
    }

    @Test
    void findsAShipmentByTheCallersReference() throws Exception {
        String shipment = create("10115", false);

        assertThat(http.get("/v2/shipments?reference=" + reference).text("/shipments/0/id"))
                .isEqualTo(shipment);
        assertThat(get(reference).text("/id")).isEqualTo(shipment);
        assertThat(http.get("/v2/shipments?reference=unknown").body().path("shipments"))
                .isEmpty();
    }

    @Test
    void sellsOneLabelPerShipmentAfterAKillToo() throws Exception {
        String shipment = create("10115", false);
        String label = buy(shipment).text("/postage_label/id");

        carrier.kill();
        carrier.start();
        Answer again = buyAgain(shipment, get(shipment).text("/rates/0/id"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("/error/code")).isEqualTo("SHIPMENT.POSTAGE.EXISTS");
        assertThat(get(shipment).text("/postage_label/id")).isEqualTo(label);
        awaitStatus(shipment, "delivered");
    }

    @Test
    void refundsALabelUntilTheParcelHasLeft() throws Exception {
        String early = Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(this::refundedAtOnce, Optional::isPresent)
                .orElseThrow();
        assertThat(refund(early).text("/refund_status")).isEqualTo("refunded");

        String late = create("10115", false);
        buy(late);
        awaitStatus(late, "delivered");
        assertThat(refund(late).text("/refund_status")).isEqualTo("rejected");
        assertThat(get(early).text("/tracker/status")).isEqualTo("cancelled");
    }

    @Test
    void refusesToRefundWhatWasNotBought() throws Exception {
        assertThat(refund(create("10115", false)).status()).isEqualTo(422);
    }

    @Test
    void repeatsASignedTrackerEventUntilItIsTaken() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.refuse(1);
            carrier.webhookTo(receiver.url());
            String shipment = create("10115", false);
            buy(shipment);

            Receiver.Delivery event =
                    receiver.await(it -> it.at("/result/shipment_id").asText().equals(shipment)
                            && it.at("/result/status").asText().equals("in_transit"));

            assertThat(event.json().path("description").asText()).isEqualTo("tracker.updated");
            assertThat(event.headers().getFirst("X-Hmac-Signature"))
                    .isEqualTo("hmac-sha256-hex=" + Hmac.sha256Hex(OutsideParties.WEBHOOK_SECRET, event.body()));
            String signed = event.headers().getFirst("X-Timestamp") + "POST/hooks" + event.body();
            assertThat(event.headers().getFirst("X-Hmac-Signature-V2"))
                    .isEqualTo("hmac-sha256-hex=" + Hmac.sha256Hex(OutsideParties.WEBHOOK_SECRET, signed));
        }
    }

    @Test
    void asksForTheKey() throws Exception {
        assertThat(new Http(carrier.url(), Map.of()).get("/v2/shipments").status())
                .isEqualTo(401);
    }

    private String create(String zip, boolean isReturn) throws Exception {
        Answer created = http.post("/v2/shipments", shipment(zip, isReturn));
        assertThat(created.status()).isEqualTo(201);
        return created.text("/id");
    }

    private String shipment(String zip, boolean isReturn) {
        ObjectNode shipment = Json.object().put("reference", reference).put("is_return", isReturn);
        shipment.putObject("to_address")
                .put("street1", "Invalidenstr. 1")
                .put("zip", zip)
                .put("country", "DE");
        shipment.putObject("from_address").put("zip", "20095").put("country", "DE");
        shipment.putObject("parcel").put("weight", 12.5);
        return Json.object().set("shipment", shipment).toString();
    }

    private Answer get(String shipment) throws Exception {
        return http.get("/v2/shipments/" + shipment);
    }

    private Answer buy(String shipment) throws Exception {
        Answer bought = buyAgain(shipment, get(shipment).text("/rates/0/id"));
        assertThat(bought.status()).isEqualTo(200);
        return bought;
    }

    private Answer buyAgain(String shipment, String rate) throws Exception {
        String body = Json.object().set("rate", Json.object().put("id", rate)).toString();
        return http.post("/v2/shipments/" + shipment + "/buy", body);
    }

    private Answer refund(String shipment) throws Exception {
        return http.post("/v2/shipments/" + shipment + "/refund", "");
    }

    /** Empty if the parcel has left before a slow machine came to ask. */
    private Optional<String> refundedAtOnce() throws Exception {
        String shipment = create("10115", false);
        buy(shipment);
        boolean isRefunded = refund(shipment).text("/refund_status").equals("refunded");
        return isRefunded ? Optional.of(shipment) : Optional.empty();
    }

    private void awaitStatus(String shipment, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(shipment).text("/tracker/status"), status::equals);
    }

    private static String user() {
        return Base64.getEncoder().encodeToString((OutsideParties.API_KEY + ":").getBytes());
    }
}
