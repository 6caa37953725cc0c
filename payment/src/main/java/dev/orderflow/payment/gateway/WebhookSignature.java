package dev.orderflow.payment.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code Stripe-Signature} of a webhook: {@code t=<seconds>,v1=<HMAC-SHA256 of "t.body">}, with more than one
 * {@code v1} while a secret is being changed (docs.stripe.com/webhooks/signature). Only the raw body can be checked.
 *
 * @param time as it was sent
 */
record WebhookSignature(String time, List<String> signatures) {

    private static final String ALGORITHM = "HmacSHA256";

    /** Empty if it is missing or malformed. */
    static Optional<WebhookSignature> parse(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var signatures = values(header, "v1=").toList();
        return values(header, "t=")
                .findFirst()
                .filter(time -> time.matches("[0-9]{1,12}") && !signatures.isEmpty())
                .map(time -> new WebhookSignature(time, signatures));
    }

    /** Compares in constant time, so that the answer's delay tells nothing about the signature that was expected. */
    boolean isOf(byte[] body, String secret) {
        byte[] expected = sign(body, secret).getBytes(US_ASCII);
        return signatures.stream()
                .map(signature -> MessageDigest.isEqual(expected, signature.getBytes(US_ASCII)))
                .reduce(false, Boolean::logicalOr);
    }

    boolean isWithin(Duration tolerance, Instant now) {
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                .abs();
        return age.compareTo(tolerance) <= 0;
    }

    private String sign(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }

    private static Stream<String> values(String header, String prefix) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(part -> part.startsWith(prefix))
                .map(part -> part.substring(prefix.length()));
    }
}
