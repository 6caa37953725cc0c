package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.client.model.Address;
import dev.orderflow.client.model.Channel;
import dev.orderflow.client.model.NewContact;
import dev.orderflow.client.model.NewItem;
import dev.orderflow.client.model.NewOrder;
import dev.orderflow.client.model.NewPayment;
import dev.orderflow.client.model.PreferencesContent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What no log of any service tells: who customers are, where they live and are reached, their tokens and secrets. Order
 * looks at its traces as well ({@code DiscretionIT}); all services have their tracing from the platform.
 */
@ExtendWith(RunningSystem.class)
class DiscreetLogsIT {

    private static final String UNDELIVERABLE = "00000";

    private final TestSystem system = RunningSystem.get();
    private final String mark = "Xq7" + UUID.randomUUID().toString().replace("-", "");
    private final String customer = "discreet-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);
    private final List<String> secrets = new ArrayList<>(List.of(mark, end(shop.token())));

    private final Map<String, Integer> linesBefore = new HashMap<>();

    @BeforeEach
    void lookAtTheLogs() throws IOException {
        for (var service : ApiDocuments.SERVICES) {
            linesBefore.put(service, lines(service).size());
        }
    }

    /** What is still tried ends with its next attempt. */
    @AfterEach
    void unsubscribe() {
        shop.client()
                .notifications()
                .changePreferences(PreferencesContent.of("en", Channel.EMAIL))
                .execute();
    }

    @Test
    void noServiceLogsWhoItsCustomersAre() throws IOException {
        subscribe();
        var sku = new Warehouse(system).product(10);
        var delivered = place(sku, "10115");
        var undeliverable = place(sku, UNDELIVERABLE);
        ApiDocuments.WITH_DATABASE.forEach(this::callBadly);
        callAnalyticsBadly();
        shop.awaitStatus(delivered, "DELIVERED");
        shop.awaitStatus(undeliverable, "CANCELLED");

        for (var service : ApiDocuments.SERVICES) {
            var lines = lines(service);
            assertThat(lines).as(service).isNotEmpty();
            assertThat(lines.stream().skip(linesBefore.get(service)))
                    .as(service)
                    .noneMatch(this::tells);
        }
    }

    /** Its address belongs to its receiver, as its secret does. */
    private void subscribe() {
        var content = PreferencesContent.of("en", Channel.EMAIL, Channel.WEBHOOK)
                .at(mark + "@example.com")
                .withWebhook("https://hooks.example.com/" + mark);
        var said = shop.client().notifications().changePreferences(content).execute();
        secrets.add(end(said.webhookSecret().orElseThrow()));
    }

    private String place(String sku, String postalCode) {
        var order = NewOrder.of(
                        List.of(new NewItem(sku, 1)),
                        Address.of(mark, mark + " Street", postalCode, "Berlin", "DE"),
                        NewPayment.card("tok_visa"))
                .withContact(new NewContact(mark + "@example.com", "+493012345678", "en"));
        return shop.client().orders().place(order).execute().id().toString();
    }

    /** What is refused is not told either: forged tokens, queries, bodies, addresses. */
    private void callBadly(String service) {
        var url = system.url(service);
        var http = system.http();
        assertThat(http.get(url + "/admin/audit?ticket=" + mark, shop.token() + mark)
                        .status())
                .isEqualTo(401);
        assertThat(http.get(url + "/admin/audit?subject=" + mark, shop.token()).status())
                .isEqualTo(403);
        assertThat(http.post(url + "/tickets?" + mark + "=" + mark, shop.token(), mark, "{")
                        .status())
                .isEqualTo(400);
        var operator = system.token("ops", "operator", null);
        assertThat(http.post(url + "/admin/dead-letters/replay", operator, mark, "{\"" + mark + "\":")
                        .status())
                .isEqualTo(400);
    }

    private void callAnalyticsBadly() {
        var url = system.url("analytics");
        var minutes = url + "/analytics/minutes?from=" + mark;
        assertThat(system.http().get(minutes, shop.token() + mark).status()).isEqualTo(401);
        assertThat(system.http().get(minutes, shop.token()).status()).isEqualTo(403);
        assertThat(system.http()
                        .get(minutes, system.token("ops", "operator", null))
                        .status())
                .isEqualTo(400);
        assertThat(system.http()
                        .get(url + "/analytics/customers/" + mark, shop.token())
                        .status())
                .isEqualTo(404);
    }

    private boolean tells(String line) {
        return Stream.concat(secrets.stream(), Stream.of("+493012345678")).anyMatch(line::contains);
    }

    private List<String> lines(String service) throws IOException {
        return Files.readAllLines(system.log(service));
    }

    /** Enough of it to be known by. */
    private static String end(String secret) {
        return secret.substring(secret.length() - 24);
    }
}
