package dev.orderflow.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.IntentToCreate;
import dev.orderflow.payment.messaging.IntentToEnd;
import dev.orderflow.payment.messaging.RefundToMake;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** The provider keeps even a failure of its own under the key of the call, and repeats it although it is well again. */
class KeptFailureTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final UUID PAYMENT = UUID.randomUUID();
    private static final Money TAKEN = Money.of("100.00", "EUR");
    private static final RefundToMake REFUND = new RefundToMake(ORDER, PAYMENT, "pi_1", 0, TAKEN);
    private static final Fact NOT_MADE = new Fact.RefundRefused(0, "provider-failed");

    private final List<String> keys = new ArrayList<>();
    private final List<StripeRefund> refunds = new ArrayList<>();
    private final PaymentProvider provider =
            new PaymentProvider(itFailsUnderTheFirstKey(), new ProviderGuard(new ObjectMapper()));

    @Test
    void createsAnIntentUnderAnotherKey() {
        var task = new CreateIntentTask(new ProviderTask.Parts(null, null), provider, null, null);
        var wanted = new IntentToCreate(ORDER, PAYMENT, Money.of("1.00", "EUR"), "tok_visa");

        assertThat(answer(task.again(attempt(2), wanted))).isEqualTo(new Fact.IntentCreated("pi_1"));
        assertThat(keys).containsExactly(PAYMENT + "-create", PAYMENT + "-create-2");
    }

    @Test
    void confirmsUnderAnotherKeyForTheThirdTime() {
        var intent = new IntentToEnd(ORDER, PAYMENT, "pi_1");

        assertThatThrownBy(() -> answer(provider.confirm(intent, attempt(1))));
        assertThatThrownBy(() -> answer(provider.confirm(intent, attempt(2))));
        assertThat(answer(provider.confirm(intent, attempt(3))).id()).isEqualTo("pi_1");
        assertThat(keys).containsExactly(PAYMENT + "-confirm", PAYMENT + "-confirm", PAYMENT + "-confirm-3");
    }

    @Test
    void countsARefundAsRefusedIfThereIsNone() {
        assertThatThrownBy(() -> answer(refunding().ask(attempt(8), REFUND)));
        assertThat(answer(refunding().ask(attempt(9), REFUND))).isEqualTo(NOT_MADE);
    }

    @Test
    void findsTheRefundThatTheProviderMadeBeforeItFailed() {
        refunds.add(refund("re_1", "succeeded", 10_000));

        assertThat(answer(refunding().ask(attempt(9), REFUND))).isEqualTo(new Fact.Refunded(0, "re_1"));
    }

    @Test
    void takesAPartThatWasPaidBackByHandForNoMoreThanThat() {
        refunds.add(refund("re_failed", "failed", 9_500));
        refunds.add(refund("re_by_hand", "succeeded", 500));

        assertThat(answer(refunding().ask(attempt(9), REFUND))).isEqualTo(NOT_MADE);
    }

    @Test
    void findsTheRestThatWasPaidBackAfterAPartOfIt() {
        refunds.add(refund("re_2", "pending", 9_500));
        refunds.add(refund("re_by_hand", "succeeded", 500));

        assertThat(answer(refunding().ask(attempt(9), REFUND))).isEqualTo(new Fact.RefundPending(0, "re_2"));
    }

    /** The next try is told how much it is. */
    @Test
    void countsARefundAsRefusedIfItIsNotKnownHowMuchWasTaken() throws JsonProcessingException {
        var old = """
                {"orderId": "%s", "paymentId": "%s", "intentId": "pi_1", "refundTry": 0}""".formatted(ORDER, PAYMENT);
        refunds.add(refund("re_1", "succeeded", 10_000));

        assertThat(answer(refunding().ask(attempt(9), new ObjectMapper().readValue(old, RefundToMake.class))))
                .isEqualTo(NOT_MADE);
    }

    private RefundTask refunding() {
        return new RefundTask(new ProviderTask.Parts(null, null), provider);
    }

    private StripeApi itFailsUnderTheFirstKey() {
        return (StripeApi) Proxy.newProxyInstance(
                StripeApi.class.getClassLoader(), new Class<?>[] {StripeApi.class}, (_, method, arguments) -> {
                    if (method.getName().equals("refunds")) {
                        return said(new StripeRefunds(refunds, null));
                    }
                    var key = (String) arguments[0];
                    keys.add(key);
                    return key.matches(".*-(create|confirm|refund-0)")
                            ? Uni.createFrom().item(RestResponse.status(500))
                            : said(intent());
                });
    }

    private static StripeRefund refund(String id, String status, long amount) {
        return new StripeRefund(id, status, amount, null, null);
    }

    private static StripeIntent intent() {
        return new StripeIntent("pi_1", "requires_confirmation", 0, "eur", null, null);
    }

    private static <T> Uni<RestResponse<T>> said(T entity) {
        return Uni.createFrom().item(RestResponse.ok(entity));
    }

    private static Task attempt(int number) {
        return new Task(UUID.randomUUID(), "any", ORDER.toString(), "{}", null, number, Instant.MAX);
    }

    private static <T> T answer(Uni<T> call) {
        return call.await().indefinitely();
    }
}
