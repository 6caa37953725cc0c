package dev.orderflow.order.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.journal.Recorded;
import dev.orderflow.order.domain.AddressChanged;
import dev.orderflow.order.domain.Answer;
import dev.orderflow.order.domain.AnswerRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineEntriesTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final String CUSTOMER = "c-1";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void namesWhoBroughtItAbout() {
        var requested = new PaymentRequested(ORDER, CUSTOMER, eur("14.90"), "CARD", NOON, "tok_visa");
        var answered = new Cause(null, UUID.randomUUID(), "orderflow.inventory.stock-reserved", "/orderflow/inventory");

        assertThat(TimelineEntries.of(recorded(requested, answered)))
                .isEqualTo(new TimelineEntry(
                        2,
                        NOON,
                        "inventory",
                        "PaymentRequested",
                        "The stock is reserved; payment of 14.90 EUR was requested.",
                        Map.of("amount", "14.90 EUR", "payBy", "2026-03-02T12:00:00Z")));
    }

    @Test
    void bringsAboutItselfWhatAPersonOrADeadlineCaused() {
        var stuck = new OrderStuck(ORDER, CUSTOMER, "SHIPPED", List.of("shipping"), NOON, "no answer");

        var entry = TimelineEntries.of(recorded(stuck, Cause.trace(null)));

        assertThat(entry.service()).isEqualTo("order");
        assertThat(entry.summary()).isEqualTo("The order is stuck in SHIPPED: no answer.");
    }

    @Test
    void tellsWhatIsUndoneAndBecauseOfWhom() {
        var cancelled =
                new OrderCancelled(ORDER, CUSTOMER, "out-of-stock", "SYSTEM", List.of(Due.STOCK, Due.PAYMENT), null, 1);

        assertThat(Sentences.of(cancelled))
                .isEqualTo(new Sentence(
                        "The order was cancelled (out-of-stock).",
                        Map.of("reason", "out-of-stock", "requestedBy", "SYSTEM", "due", "stock, payment")));
    }

    @Test
    void tellsThatSomethingIsAskedAgain() {
        var again = new OrderCancelled(ORDER, CUSTOMER, "timed-out", "SYSTEM", List.of(Due.STOCK), null, 2);

        assertThat(Sentences.of(again).summary()).isEqualTo("The order was cancelled (timed-out) (asked again).");
        assertThat(Sentences.of(again).data()).containsEntry("round", "2");
    }

    @Test
    void tellsThatACancellationCameTooLate() {
        var shipped = new OrderShipped(ORDER, CUSTOMER, List.of(), ORDER, "PostNord", "JVSE4007", NOON, true);

        assertThat(Sentences.of(shipped).summary())
                .isEqualTo("The parcel had left with PostNord already; the cancellation came too late.");
    }

    @Test
    void tellsWhatWasDoneByHand() {
        var closed = new OrderClosed(ORDER, CUSTOMER, "timed-out", "SYSTEM", true, "refunded by bank transfer", true);

        assertThat(Sentences.of(closed).summary()).isEqualTo("The cancellation is complete, an operator said.");
        assertThat(Sentences.of(closed).data()).containsEntry("handReason", "refunded by bank transfer");
    }

    @ParameterizedTest
    @EnumSource
    void hasASentenceForEveryAnswer(Answer answer) {
        assertThat(Sentences.of(new AnswerRecorded(ORDER, CUSTOMER, answer, null, null)))
                .satisfies(sentence -> assertThat(sentence.summary()).matches("[A-Z].+\\."))
                .satisfies(sentence -> assertThat(sentence.data()).isEmpty());
    }

    @Test
    void namesNoAddress() {
        var address = new Address("Ada", "1 Main St", null, "Lund", null, "222 22", "SE");

        assertThat(Sentences.of(new AddressChanged(ORDER, CUSTOMER, address)).toString())
                .doesNotContain("Ada", "Main", "Lund");
        assertThat(Sentences.of(new ReturnAccepted(ORDER, CUSTOMER, List.of(), null, 1, address, false))
                        .toString())
                .doesNotContain("Ada", "Main", "Lund");
    }

    private static Recorded recorded(Object payload, Cause cause) {
        return new Recorded(UUID.randomUUID(), 2, "orderflow.order.something", payload, cause, NOON);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
