package dev.orderflow.platform.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A ticket is shown twice in the same moment. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class RivalsIT {

    private static final int ROUNDS = 20;

    @Inject
    TicketStore store;

    @Inject
    Pool here;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void oneReplicaAlone() {
        String ticket = given().auth()
                .oauth2(Tokens.customer("c-rival"))
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");

        var shown = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> given().queryParam("ticket", ticket)
                                .get("/live/1/events")
                                .statusCode(),
                        Thread::startVirtualThread))
                .toList();

        assertThat(shown.stream().map(CompletableFuture::join))
                .containsOnly(200, 401)
                .containsOnlyOnce(200);
    }

    @Test
    void twoReplicas() {
        var there = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                        .setUser(user)
                        .setPassword(password))
                .using(vertx)
                .build();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(useTwice(secret(), there))
                        .filteredOn(Optional::isPresent)
                        .hasSize(1);
            }
        } finally {
            there.close().await().indefinitely();
        }
    }

    private Secret secret() {
        var secret = Secret.of("token", UUID.randomUUID().toString());
        var bearer = new Bearer("c-rival", Set.of(), null, Instant.now().plusSeconds(60));
        assertThat(store.insert(here, secret, bearer).await().indefinitely()).isPresent();
        return secret;
    }

    private List<Optional<Bearer>> useTwice(Secret secret, Pool there) {
        return Uni.join()
                .all(store.take(here, secret), store.take(there, secret))
                .andFailFast()
                .await()
                .indefinitely();
    }
}
