package dev.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderConfirmed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.OrderShipped;
import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private static final UUID ORDER = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Money TOTAL = Money.of("25.80", "EUR");
    private static final List<OrderLine> LINES =
            List.of(new OrderLine("mug-blue", "Blue mug", 2, Money.of("12.90", "EUR"), TOTAL));

    private static Stream<OrderEvent> everyEvent() {
        return Stream.of(
                new OrderPlaced(ORDER, "c", null, LINES, TOTAL, Money.zero("EUR"), TOTAL, null, NOW, null, null),
                new PaymentRequested(ORDER, "c", TOTAL, "CARD", NOW, "tok"),
                new OrderConfirmed(ORDER, "c", LINES, TOTAL, ORDER, null, null),
                new ShipmentRecallRequested(ORDER, "c", "customer-request", "CUSTOMER", 1),
                new OrderShipped(ORDER, "c", List.of(), ORDER, "USPS", "9400", NOW, false),
                new OrderDelivered(ORDER, "c", TOTAL, ORDER, NOW, false, null),
                cancelled("out-of-stock", 1),
                new OrderClosed(ORDER, "c", "out-of-stock", "SYSTEM", false, null, true),
                returnAccepted(1, false),
                new OrderReturned(ORDER, "c", List.of(), TOTAL, List.of(), 1),
                new ReturnClosed(ORDER, "c", TOTAL, false, null),
                new OrderStuck(ORDER, "c", "CANCELLING", List.of("STOCK"), NOW, "deadline"));
    }

    private static OrderCancelled cancelled(String reason, int round) {
        return new OrderCancelled(ORDER, "c", reason, "SYSTEM", List.of(), null, round);
    }

    @Test
    void eachTemplateIsToldAboutExactlyOneKindOfEvent() {
        var told = everyEvent().flatMap(event -> Messages.about(event).stream()).toList();

        assertThat(told).extracting(Message::template).containsExactlyInAnyOrder(Template.values());
    }

    @Test
    void theTestKnowsEveryKindOfEvent() {
        Set<Class<?>> kinds = everyEvent().map(Object::getClass).collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(OrderEvent.class.getPermittedSubclasses());
    }

    @Test
    void saysWhatWasOrderedAndWhatItCosts() {
        var message = Messages.about(everyEvent().findFirst().orElseThrow()).orElseThrow();

        assertThat(message.facts().lines()).isEqualTo(LINES);
        assertThat(message.facts().total()).isEqualTo(TOTAL);
    }

    @Test
    void aRepeatedCancellationIsNotToldAgain() {
        assertThat(Messages.about(cancelled("customer-request", 2))).isEmpty();
    }

    private static ReturnAccepted returnAccepted(int round, Boolean repeated) {
        return new ReturnAccepted(ORDER, "c", List.of(), null, round, null, repeated);
    }

    /** Rounds count on over the order's life, so they tell nothing; a release that says no more means the first one. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"1, false, true", "2, true, false", "3, false, true", "4, true, false", "1, -, true", "2, -, false"
            })
    void eachReturnIsToldOnce(int round, Boolean repeated, boolean told) {
        assertThat(Messages.about(returnAccepted(round, repeated)).isPresent()).isEqualTo(told);
    }

    /** Null from a release that says nothing of it, also of what it closes by hand. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"false, true", "true, false", "-, false"})
    void aCancellationThatNobodyHasAnnouncedIsToldOnceItIsClosed(Boolean announced, boolean told) {
        assertThat(Messages.about(closedByHand("OPERATOR", announced)).isPresent())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, You asked us", "OPERATOR, Our staff", "SYSTEM, in time"})
    void saysWhyAnOrderWasCancelledByHandAndNotWhatTheOperatorWrote(String who, String words) {
        var message = Messages.about(closedByHand(who, false)).orElseThrow();

        assertThat(message.template()).isEqualTo(Template.ORDER_CANCELLED);
        assertThat(message.facts().reason()).contains(words).doesNotContain("phone");
    }

    private static OrderClosed closedByHand(String who, Boolean announced) {
        return new OrderClosed(ORDER, "c", "timed-out", who, true, "lost, they said by phone", announced);
    }

    @ParameterizedTest
    @CsvSource({
        "out-of-stock, out of stock",
        "payment-declined, declined",
        "undeliverable, address",
        "timed-out, in time",
        "something-newer, could not complete"
    })
    void tellsTheReasonInPlainWords(String reason, String words) {
        var message = Messages.about(cancelled(reason, 1)).orElseThrow();

        assertThat(message.facts().reason()).contains(words).doesNotContain(reason);
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, You asked us", "OPERATOR, Our staff"})
    void keepsAPersonsOwnReasonToItself(String who, String words) {
        var cancelled = new OrderCancelled(ORDER, "c", "my ex ordered this", who, List.of(), null, 1);

        assertThat(Messages.about(cancelled).orElseThrow().facts().reason())
                .contains(words)
                .doesNotContain("my ex");
    }

    @ParameterizedTest
    @CsvSource({
        "out-of-stock, 품절",
        "payment-declined, 승인",
        "undeliverable, 주소",
        "timed-out, 시간",
        "something-newer, 완료하지"
    })
    void tellsTheReasonInKoreanToo(String reason, String words) {
        var facts = Messages.about(cancelled(reason, 1)).orElseThrow().facts();

        assertThat(facts.reasonIn(Language.KO)).contains(words).endsWith("다.");
        assertThat(facts.reasonIn(Language.EN)).isEqualTo(facts.reason());
    }

    @Test
    void tellsAReasonThatAnOlderReleaseStoredAsItIs() {
        var facts = new Facts(List.of(), null, null, null, "Your payment was declined.", null, null, null);

        assertThat(facts.reasonIn(Language.KO)).isEqualTo("Your payment was declined.");
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void hasASubjectInEveryLanguage(Template template) {
        var english = new Message(template, Facts.NONE, Language.EN);

        assertThat(english.subject()).matches("\\p{ASCII}+");
        assertThat(english.in(Language.KO).subject()).matches("[\\p{IsHangul} ]+니다");
    }

    @Test
    void saysThatACancellationCameTooLate() {
        var shipped = new OrderShipped(ORDER, "c", List.of(), ORDER, "USPS", "9400", NOW, true);

        assertThat(Messages.about(shipped).orElseThrow().facts().reason()).contains("too late");
    }
}
