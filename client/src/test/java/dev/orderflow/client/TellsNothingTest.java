package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.client.model.AddressPatch;
import dev.orderflow.client.model.Channel;
import dev.orderflow.client.model.NewContact;
import dev.orderflow.client.model.Order;
import dev.orderflow.client.model.Page;
import dev.orderflow.client.model.Preferences;
import dev.orderflow.client.model.PreferencesContent;
import dev.orderflow.client.model.Reason;
import dev.orderflow.client.model.Ticket;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever logs an object logs no credential and nothing personal. */
class TellsNothingTest {

    @ParameterizedTest
    @MethodSource("secrets")
    void showsNothing(Object secret) {
        assertThat(secret.toString()).isNotEmpty().doesNotContainIgnoringCase("secret");
    }

    static Stream<Object> secrets() throws IOException {
        var text = Optional.of("secret");
        var order = Json.read(Samples.order("PENDING").replace("COMPLETED", "secret"), Order.class);
        var problem = Json.read(ScriptedService.problem(400, "invalid-request"), Problem.class);
        var request = Request.of(Operations.PLACE_ORDER).key("secret").body(Samples.NEW_ORDER);
        return Stream.of(
                Samples.ADDRESS,
                AddressPatch.to(Samples.ADDRESS),
                Samples.NEW_ORDER,
                Samples.NEW_ORDER.withReference("secret"),
                new NewContact("secret", "secret", "en"),
                order,
                new Page<>(List.of(order), Optional.empty()),
                new Order.Cancellation(text, Order.RequestedBy.CUSTOMER, Optional.empty()),
                new Reason("secret"),
                new Ticket("secret", Instant.EPOCH),
                new Preferences("en", text, text, List.of(), text, Optional.empty(), text),
                PreferencesContent.of("en", Channel.EMAIL).at("secret").withWebhook("secret"),
                problem,
                request,
                new ProblemException(request, problem, Optional.empty()),
                new NoAnswerException(request, new IOException("gone")));
    }

    @Test
    void aCallShowsWhatItIsAndNotWhatItSends() {
        try (var client =
                OrderflowClient.builder().onThisMachine().token("secret").build()) {
            assertThat(client.orders().place(Samples.NEW_ORDER)).hasToString("POST /orders");
            assertThat(client.orderAdmin().eraseCustomer("secret")).hasToString("DELETE /customers/{id}");
        }
    }
}
