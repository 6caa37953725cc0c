package dev.orderflow.systemtests;

import dev.orderflow.devservices.webhook.Hmac;
import dev.orderflow.systemtests.openapi.ApiRequest.Field;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/** Signs webhooks as the payment provider and the carrier of a test system do. */
final class Signatures {

    private final Properties secrets = new Properties();

    Signatures(TestSystem system) {
        try {
            secrets.load(new StringReader(Files.readString(system.data().resolve("secrets"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param body one character per byte */
    List<Field> of(String operation, String body) {
        return switch (operation) {
            case "takePaymentEvent" -> List.of(payment(text(body)));
            case "takeCarrierEvent" -> List.of(carrier(text(body)));
            default -> List.of();
        };
    }

    private Field payment(String body) {
        long now = Instant.now().getEpochSecond();
        var code = Hmac.sha256Hex(secrets.getProperty("payment.webhook"), now + "." + body);
        return new Field("Stripe-Signature", "t=%d,v1=%s".formatted(now, code));
    }

    private Field carrier(String body) {
        var code = Hmac.sha256Hex(secrets.getProperty("carrier.webhook"), body);
        return new Field("X-Hmac-Signature", "hmac-sha256-hex=" + code);
    }

    private static String text(String bytes) {
        return new String((bytes == null ? "" : bytes).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
