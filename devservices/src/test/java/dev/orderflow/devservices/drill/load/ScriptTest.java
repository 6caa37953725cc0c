package dev.orderflow.devservices.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static List<Script> customers(long seed, int count) {
        return IntStream.range(0, count).mapToObj(n -> Script.of(seed, n)).toList();
    }

    @Test
    void theSameSeedBringsTheSameCustomers() {
        assertThat(customers(3, 100)).isEqualTo(customers(3, 100));
        assertThat(customers(3, 100)).isNotEqualTo(customers(4, 100));
    }

    @Test
    void everyKindOfCustomerComesAboutAsOftenAsItShould() {
        Map<Kind, Long> kinds =
                customers(3, 10_000).stream().collect(Collectors.groupingBy(Script::kind, Collectors.counting()));

        assertThat(kinds.get(Kind.PAYS)).isBetween(2_500L, 3_100L);
        assertThat(kinds.get(Kind.RETURNS)).isBetween(600L, 1_000L);
        assertThat(kinds).containsOnlyKeys(Kind.values());
    }

    @Test
    void everyHundredCustomersAreMixed() {
        assertThat(customers(1, 100).stream().map(Script::kind).distinct()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void anOrderSaysWhatItsCustomerWants() {
        Script undeliverable = customers(1, 1_000).stream()
                .filter(script -> script.kind() == Kind.UNDELIVERABLE)
                .findFirst()
                .orElseThrow();

        assertThat(undeliverable.body().at("/shippingAddress/postalCode").asText())
                .isEqualTo("00000");
        assertThat(undeliverable.body().at("/payment/token").asText()).isEqualTo("tok_visa");
        assertThat(undeliverable.body().path("items"))
                .hasSize(undeliverable.lines().size());
    }

    /** Else what is found of somebody who was erased might be another's. */
    @Test
    void whoLeavesSharesNothingPersonalWithAnybody() {
        List<Script> all = customers(1, 1_000);
        Script leaver = all.stream()
                .filter(script -> script.kind() == Kind.LEAVES)
                .findFirst()
                .orElseThrow();

        assertThat(leaver.body().at("/shippingAddress/recipient").asText()).isEqualTo(leaver.marker());
        assertThat(leaver.body().at("/contact/email").asText())
                .isEqualTo(leaver.email())
                .contains(leaver.marker());
        assertThat(leaver.customer()).doesNotContain(leaver.marker());
        assertThat(all.stream().filter(script -> script != leaver))
                .noneMatch(script -> script.body().toString().contains(leaver.marker())
                        || script.customer().equals(leaver.customer()));
    }
}
