package dev.orderflow.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.RefundToWatch;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** The provider takes its time over a refund. */
class WatchRefundTaskTest {

    private static final UUID ORDER = UUID.randomUUID();

    private final WatchRefundTask watching = new WatchRefundTask(
            new ProviderTask.Parts(null, null),
            new PaymentProvider(itIsUnderWay(), new ProviderGuard(new ObjectMapper())));

    @Test
    void countsItsLooks() {
        assertThat(seen(new RefundToWatch(ORDER, "re_1", 7))).isEqualTo(new Fact.RefundUnderWay("re_1", 8));
    }

    @Test
    void beginsToCountInATaskOfAnOlderRelease() throws JsonProcessingException {
        var old = """
                {"orderId": "%s", "refundId": "re_1"}""".formatted(ORDER);

        assertThat(seen(new ObjectMapper().readValue(old, RefundToWatch.class)))
                .isEqualTo(new Fact.RefundUnderWay("re_1", 1));
    }

    private Fact seen(RefundToWatch watched) {
        return watching.ask(null, watched).await().indefinitely();
    }

    private static StripeApi itIsUnderWay() {
        var refund = new StripeRefund("re_1", "pending", 10_000, null, null);
        return (StripeApi) Proxy.newProxyInstance(
                StripeApi.class.getClassLoader(),
                new Class<?>[] {StripeApi.class},
                (_, _, _) -> Uni.createFrom().item(RestResponse.ok(refund)));
    }
}
