package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the outside parties have in their own books: the money that really moved and the mails that really arrived. */
final class Books {

    private final TestSystem system;

    Books(TestSystem system) {
        this.system = system;
    }

    /** The provider's ledger entries for an order. */
    List<JsonNode> ledger(String orderId) {
        return rows(system.url("payment-provider") + "/ledger").stream()
                .filter(entry -> entry.get("order").asText().equals(orderId))
                .toList();
    }

    /** Orders that money was taken for. */
    Set<String> charged() {
        return rows(system.url("payment-provider") + "/ledger").stream()
                .filter(entry -> new BigDecimal(entry.get("captured").asText()).signum() > 0)
                .map(entry -> entry.get("order").asText())
                .collect(Collectors.toSet());
    }

    BigDecimal captured(String orderId) {
        return sum(orderId, "captured");
    }

    BigDecimal refunded(String orderId) {
        return sum(orderId, "refunded");
    }

    private BigDecimal sum(String orderId, String column) {
        return ledger(orderId).stream()
                .map(entry -> new BigDecimal(entry.get(column).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Subjects of the mails to this address, in the order of their arrival. */
    List<String> subjects(String address) {
        return rows(system.url("mail") + "/mails").stream()
                .filter(mail -> StreamSupport.stream(mail.get("to").spliterator(), false)
                        .anyMatch(to -> to.asText().equals(address)))
                .map(mail -> mail.get("subject").asText())
                .toList();
    }

    void awaitMails(String address, String... subjects) {
        await("mails to " + address)
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(subjects(address)).containsExactly(subjects));
    }

    private List<JsonNode> rows(String url) {
        return StreamSupport.stream(system.http().get(url, null).ok().spliterator(), false)
                .toList();
    }
}
