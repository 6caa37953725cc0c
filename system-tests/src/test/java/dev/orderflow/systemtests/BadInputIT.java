package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.client.model.Money;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong gets a problem document from the built service, and changes nothing. */
@ExtendWith(RunningSystem.class)
class BadInputIT {

    static final java.util.List<String> SERVICES =
            java.util.List.of("order", "inventory", "payment", "shipping", "notification", "loyalty");

    private final TestSystem system = RunningSystem.get();
    private final Shop shop = new Shop(system, "careless-" + UUID.randomUUID());

    static Stream<Arguments> bodies() {
        var good = NewOrder.of("mug-blue").json();
        return Stream.of(
                Arguments.of("unknown field", good.replace("\"items\"", "\"price\":1,\"items\""), 400),
                Arguments.of("missing field", good.replace("\"city\":\"Berlin\",", ""), 400),
                Arguments.of("quantity 0", good.replace("\"quantity\":1", "\"quantity\":0"), 400),
                Arguments.of("quantity -1", good.replace("\"quantity\":1", "\"quantity\":-1"), 400),
                Arguments.of("quantity 10^9", good.replace("\"quantity\":1", "\"quantity\":1000000000"), 400),
                Arguments.of("quantity 1.5", good.replace("\"quantity\":1", "\"quantity\":1.5"), 400),
                Arguments.of("quantity as text", good.replace("\"quantity\":1", "\"quantity\":\"1\""), 400),
                Arguments.of("no line", good.replaceFirst("\\[.*?]", "[]"), 400),
                Arguments.of("101 lines", good.replaceFirst("\\[.*?]", "[" + lines(101) + "]"), 400),
                Arguments.of("broken JSON", good.substring(0, 40), 400),
                Arguments.of("nothing", "", 400),
                Arguments.of("unknown sku", good.replace("mug-blue", "no-such-thing"), 422),
                Arguments.of("2 MB", good.replace("Alice", "A".repeat(2_000_000)), 413));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "{\"sku\":\"sku-%d\",\"quantity\":1}".formatted(n))
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void refusesWhatIsNoOrder(String what, String body, int status) {
        var answer = system.http().post(system.url("order") + "/orders", shop.token(), null, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isNotEmpty();
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(mine()).isZero();
    }

    @Test
    void refusesTwoCurrencies() {
        var warehouse = new Warehouse(system);
        var euro = warehouse.product(1);
        var dollar = warehouse.product(1);
        warehouse.put(dollar, Money.of("1.00", "USD"), true);
        var both = NewOrder.of(euro).json().replace("]", ",{\"sku\":\"%s\",\"quantity\":1}]".formatted(dollar));

        org.awaitility.Awaitility.await().atMost(Shop.PATIENCE).untilAsserted(() -> {
            var answer = system.http().post(system.url("order") + "/orders", shop.token(), null, both);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("mixed-currencies");
        });
    }

    @Test
    void refusesAWrongContentType() {
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(system.url("order") + "/orders"))
                .header("Authorization", "Bearer " + shop.token())
                .header("Content-Type", "text/plain")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        NewOrder.of("mug-blue").json()));

        assertThat(system.http().send(request).status()).isEqualTo(415);
        assertThat(mine()).isZero();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void everyServiceAsksForAToken(String service) {
        var path = switch (service) {
            case "order" -> "/orders";
            case "inventory" -> "/products";
            case "payment" -> "/payments/" + UUID.randomUUID();
            case "shipping" -> "/shipments/" + UUID.randomUUID();
            case "notification" -> "/notifications";
            default -> "/points";
        };
        for (var token : new String[] {null, "nonsense", forged(), system.expiredToken("careless")}) {
            var answer = system.http().get(system.url(service) + path, token);
            assertThat(answer.status()).as(String.valueOf(token)).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(answer.problem()).isEqualTo("unauthenticated");
        }
    }

    /** A good token whose signature is another's. */
    private String forged() {
        var other = system.token("somebody-else", "operator", null);
        var mine = shop.token();
        return mine.substring(0, mine.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    }

    @Test
    void hidesAnothersOrder() {
        var id = new Shop(system, "owner-" + UUID.randomUUID()).placed(NewOrder.of(new Warehouse(system).product(1)));

        assertThat(shop.find(id).status()).isEqualTo(404);
        assertThat(shop.cancel(id).status()).isEqualTo(404);
        assertThat(shop.giveBack(id).status()).isEqualTo(404);
    }

    private int mine() {
        return system.http()
                .get(system.url("order") + "/orders", shop.token())
                .ok()
                .get("items")
                .size();
    }
}
