package dev.orderflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.client.model.AddressPatch;
import dev.orderflow.client.model.BatchEntry;
import dev.orderflow.client.model.DeadLetterDetail;
import dev.orderflow.client.model.Money;
import dev.orderflow.client.model.Order;
import dev.orderflow.client.model.OrderPatch;
import dev.orderflow.client.model.OrderStatus;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void readsWhatThereIsAndLeavesOutWhatIsNew() throws IOException {
        var order = Json.read(Samples.order("PENDING"), Order.class);

        assertThat(order.total()).isEqualTo(Money.of("30.70", "EUR"));
        assertThat(order.items()).extracting(Order.Line::quantity).containsExactly(2);
        assertThat(order.payment())
                .hasValueSatisfying(
                        payment -> assertThat(payment.status()).isEqualTo(Order.PaymentState.Status.COMPLETED));
        assertThat(order.payment().orElseThrow().id()).isEmpty();
        assertThat(order.reference()).isEmpty();
        assertThat(order.links().cancel()).isEmpty();
    }

    @Test
    void aStatusOfALaterVersionIsUnknown() throws IOException {
        assertThat(Json.read(Samples.order("ON_ITS_WAY_BACK"), Order.class).status())
                .isEqualTo(OrderStatus.UNKNOWN);
    }

    @Test
    void anEntryOfABatchHasTheOrderOrTheProblem() throws IOException {
        var placed = Json.read("{\"status\":201,\"order\":" + Samples.order("PENDING") + "}", BatchEntry.class);
        var refused = Json.read(
                "{\"status\":409,\"problem\":" + ScriptedService.problem(409, "out-of-stock") + "}", BatchEntry.class);

        assertThat(placed.order()).isPresent();
        assertThat(placed.problem()).isEmpty();
        assertThat(refused.problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem.is("out-of-stock")).isTrue());
    }

    @Test
    void aDeadLetterIsReadWithItsRecord() throws IOException {
        var json = """
                {"id":"%s","state":"OPEN","topic":"order-events","partition":1,"offset":2,"attempts":1,
                 "createdAt":"2026-03-01T12:00:00Z","behind":3,"headers":{"ce_id":"a"},"payload":{"a":1}}""".formatted(Samples.ID);

        var letter = Json.read(json, DeadLetterDetail.class);

        assertThat(letter.letter().topic()).isEqualTo("order-events");
        assertThat(letter.letter().key()).isEmpty();
        assertThat(letter.behind()).isEqualTo(3);
        assertThat(letter.payload().orElseThrow().get("a").asInt()).isEqualTo(1);
        assertThat(letter.payloadBase64()).isEmpty();
    }

    @Test
    void writesNothingThatWasNotSaid() {
        assertThat(written(Samples.NEW_ORDER)).isEqualTo("""
                {"items":[{"sku":"mug","quantity":2}],"shippingAddress":{"recipient":"Secret Alice",\
                "line1":"Secret Street 1","city":"Secret City","postalCode":"Secret 10115","country":"DE"},\
                "payment":{"method":"CARD","token":"secret-tok_visa"},"contact":{"email":"secret@example.com"}}""");
    }

    @Test
    void writesMoneyAsText() {
        assertThat(written(Money.of("1E+3", "JPY"))).isEqualTo("{\"amount\":\"1000\",\"currency\":\"JPY\"}");
    }

    @Test
    void anotherAddressTakesAwayWhatItDoesNotHave() {
        assertThat(written(new OrderPatch(AddressPatch.to(Samples.ADDRESS))))
                .contains("\"line2\":null", "\"region\":null");
    }

    private static String written(Object value) {
        return new String(Json.write(value), UTF_8);
    }
}
