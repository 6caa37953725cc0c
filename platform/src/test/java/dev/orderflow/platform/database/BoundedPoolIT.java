package dev.orderflow.platform.database;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class BoundedPoolIT {

    private static final String ANY_QUERY = "/samples/database?show=server_version";

    @Inject
    Pool pool;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int size;

    @Test
    void asksToComeBackWhileAllConnectionsAreTaken() {
        List<SqlConnection> taken = Multi.createFrom()
                .range(0, size)
                .onItem()
                .transformToUniAndConcatenate(i -> pool.getConnection())
                .collect()
                .asList()
                .await()
                .indefinitely();
        try {
            given().get(ANY_QUERY).then().statusCode(503).body("type", equalTo("/problems/unavailable"));
        } finally {
            taken.forEach(connection -> connection.close().await().indefinitely());
        }
        given().get(ANY_QUERY).then().statusCode(200);
    }
}
