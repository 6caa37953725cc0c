package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "payment, ORDERFLOW_PAYMENT_PROVIDER_WEBHOOK_SECRET",
        "notification, ORDERFLOW_NOTIFICATION_SECRETS_KEYS",
        "order, ORDERFLOW_MESSAGING_TOPICS_MANAGE",
        "order, ORDERFLOW_DATABASE_MIGRATE",
        "shipping, ORDERFLOW_CARRIER_WAREHOUSE_POSTAL_CODE",
        "order, KAFKA_SSL_TRUSTSTORE_LOCATION",
        "order, MP_JWT_VERIFY_PUBLICKEY_LOCATION",
        "order, QUARKUS_DATASOURCE_REACTIVE_URL",
        "order, OTEL_EXPORTER_OTLP_ENDPOINT",
        "analytics, MALLOC_ARENA_MAX"
    })
    void knowsWhatIsRead(String service, String variable) {
        assertThat(Settings.exists(service, variable)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "order, ORDERFLOW_PAYMENT_PROVIDER_WEBHOOK_SECRET",
        "payment, ORDERFLOW_PAYMENT_PROVIDER_SECRET",
        "order, ORDERFLOW_MESSAGING_MANAGE",
        "order, KAFKA_SSL_TRUSTSTORE",
        "order, MP_JWT_VERIFY_PUBLICKEY_URL",
        "order, QUARKUS_DATASOURCE_JDBC_URI",
        "order, OTEL_EXPORTER_OTLP_ENDPOINTS",
        "analytics, MALLOC_ARENAS_MAX"
    })
    void knowsWhatNobodyReads(String service, String variable) {
        assertThat(Settings.exists(service, variable)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "payment, ORDERFLOW_PAYMENT_PROVIDER_KEY, true",
        "notification, ORDERFLOW_NOTIFICATION_SECRETS_KEYS, true",
        "payment, ORDERFLOW_PAYMENT_PROVIDER_WEBHOOK_TOLERANCE, false",
        "shipping, ORDERFLOW_CARRIER_WAREHOUSE_CITY, false",
        "notification, ORDERFLOW_NOTIFICATION_OPERATORS_WEBHOOK_URL, false"
    })
    void knowsWhatHasNoDefault(String service, String variable, boolean needed) {
        assertThat(Settings.exists(service, variable)).isTrue();
        assertThat(Settings.isNeeded(service, variable)).isEqualTo(needed);
    }
}
