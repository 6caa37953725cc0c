package dev.orderflow.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.deadletter.LetterState;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.LetterTopics;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.OperatorsDesk;
import dev.orderflow.notification.testing.OrderTopic;
import dev.orderflow.notification.testing.Receiver.Received;
import dev.orderflow.notification.testing.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators are told, by mail and by their endpoint. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
@QuarkusTestResource(OperatorsDesk.class)
class OperatorsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static OrderTopic orders;
    private static LetterTopics letters;

    @Inject
    Tables tables;

    @BeforeAll
    static void connect() throws Exception {
        orders = new OrderTopic();
        letters = new LetterTopics();
        letters.create("order");
        letters.create("shipping");
    }

    @AfterAll
    static void disconnect() {
        orders.close();
        letters.close();
    }

    @Test
    void tellsOnceThatAnOrderIsStuckAndNothingOfItsCustomer() throws Exception {
        var order = AnOrder.some();
        orders.publish(order.placed());
        var event = EventIds.next();
        orders.publish(event, order.stuck());
        orders.publish(event, order.stuck());
        orders.publish(order.confirmed());

        var told = order.id().toString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(OperatorsDesk.mails(told)).hasSize(1));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(MailSink.subjectsTo(order.email())).hasSize(2));
        var mail = OperatorsDesk.mails(told).getFirst();
        assertThat(mail.get("subject")).isEqualTo("Order %s is stuck".formatted(told));
        assertThat(mail.get("messageId")).isEqualTo("<operators-%s@orderflow.dev>".formatted(event));
        assertThat((String) mail.get("text"))
                .contains("State: CANCELLING", "Waits for: PAYMENT", "POST /admin/sagas/%s/retry".formatted(told))
                .doesNotContain(order.email(), order.customer());
        assertThat((String) mail.get("html")).contains("PAYMENT").doesNotContain(order.email(), order.customer());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(OperatorsDesk.calls(told)).isNotEmpty());
        var call = OperatorsDesk.calls(told).getLast();
        assertThat(call.header("webhook-id")).isEqualTo(event.toString());
        assertThat(call.header("webhook-signature")).isEqualTo("v1," + signature(call));
        assertThat(call.body())
                .contains("\"type\":\"order.stuck\"", "\"state\":\"CANCELLING\"")
                .doesNotContain(order.email(), order.customer());
        awaitALaterOne(order);
        assertThat(OperatorsDesk.mails(told)).as("one of each event").hasSize(2);
    }

    @Test
    void tellsWhatAServiceCouldNotHandleTogetherAndOnce() throws Exception {
        var first = LetterTopics.letter("UndecodableEventException", LetterState.OPEN, 1);
        var second = LetterTopics.letter("UndecodableEventException", LetterState.OPEN, 1);
        var other = LetterTopics.letter("IllegalStateException", LetterState.OPEN, 1);
        var event = EventIds.next();
        letters.publish("order", event, first, Instant.now());
        letters.publish("order", event, first, Instant.now());
        letters.publish("order", second);
        letters.publish("order", other);
        letters.publish("order", LetterTopics.letter("Behind", LetterState.WAITING, 0));
        letters.publish("order", LetterTopics.letter("Again", LetterState.OPEN, 2));
        var old = LetterTopics.letter("Old", LetterState.OPEN, 1);
        letters.publish("order", EventIds.next(), old, Instant.now().minus(Duration.ofDays(2)));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(OperatorsDesk.mails(first.letterId().toString()))
                                .hasSize(1));
        var mail = OperatorsDesk.mails(first.letterId().toString()).getFirst();
        assertThat(mail.get("subject")).isEqualTo("order could not handle 3 events");
        assertThat((String) mail.get("text"))
                .contains("2 × UndecodableEventException: orderflow.order.placed of order-events: ")
                .contains(second.letterId().toString())
                .contains("1 × IllegalStateException: orderflow.order.placed of order-events: " + other.letterId())
                .contains("./run dead-letters show order " + first.letterId())
                .doesNotContain("kim", "street", "Behind", "Again", "Old");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(OperatorsDesk.calls(first.letterId().toString()))
                                .isNotEmpty());
        assertThat(OperatorsDesk.calls(first.letterId().toString()).getLast().body())
                .contains("\"type\":\"dead-letters.found\"", "\"service\":\"order\"", "\"count\":3")
                .doesNotContain("kim");
        var later = LetterTopics.letter("LaterException", LetterState.OPEN, 1);
        letters.publish("order", later);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(OperatorsDesk.mails(later.letterId().toString()))
                                .hasSize(1));
        assertThat(OperatorsDesk.mails(first.letterId().toString())).hasSize(1);
    }

    /** Of the same order, so that it is read after all that was published of it. */
    private static void awaitALaterOne(AnOrder order) throws Exception {
        var later = EventIds.next();
        orders.publish(later, order.stuck());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(OperatorsDesk.mails(order.id().toString()))
                        .extracting(mail -> mail.get("messageId"))
                        .contains("<operators-%s@orderflow.dev>".formatted(later)));
    }

    @Test
    void tellsOfEachServiceAndOfWhatComesLaterByItself() throws Exception {
        var one = LetterTopics.letter("ThisException", LetterState.OPEN, 1);
        letters.publish("shipping", one);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(OperatorsDesk.mails(one.letterId().toString()))
                                .hasSize(1));

        var later = LetterTopics.letter("ThatException", LetterState.OPEN, 1);
        letters.publish("shipping", later);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(OperatorsDesk.mails(later.letterId().toString()))
                                .hasSize(1));
        assertThat(OperatorsDesk.mails(later.letterId().toString()).getFirst().get("subject"))
                .isEqualTo("shipping could not handle 1 event");
    }

    /** The topic is no older than the service that joins. */
    @Test
    void tellsOfAServiceThatJoinsLater() throws Exception {
        var letter = LetterTopics.letter("FirstException", LetterState.OPEN, 1);
        letters.create("newcomer");
        letters.publish("newcomer", letter);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(OperatorsDesk.mails(letter.letterId().toString()))
                                .hasSize(1));
    }

    @Test
    void whatCannotBeReadHereIsToldOnceAndFeedsNothing() throws Exception {
        var key = UUID.randomUUID().toString();
        letters.publishGarbage("order-dead-letters", key);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(OperatorsDesk.mails("of order-dead-letters: "))
                        .hasSize(1));
        assertThat(OperatorsDesk.mails("of order-dead-letters: ").getFirst().get("subject"))
                .isEqualTo("notification could not handle 1 event");
        letters.publishGarbage("notification-dead-letters", key);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.lettersOf(key))
                        .containsExactly("order-dead-letters", "notification-dead-letters"));

        var last = LetterTopics.letter("LastException", LetterState.OPEN, 1);
        letters.publish("notification", last);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(OperatorsDesk.mails(last.letterId().toString()))
                                .hasSize(1));
        assertThat(tables.lettersAbout("notification-dead-letters")).hasSize(1);
        assertThat(OperatorsDesk.mails("of notification-dead-letters: ")).isEmpty();
    }

    private static String signature(Received event) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        var key = Base64.getDecoder().decode(OperatorsDesk.SECRET.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var signed = event.header("webhook-id") + "." + event.header("webhook-timestamp") + "." + event.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
