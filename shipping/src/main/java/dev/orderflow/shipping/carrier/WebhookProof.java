package dev.orderflow.shipping.carrier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * What the headers of a webhook say of who has sent it; null for those that it does not have.
 *
 * @param signature {@code X-Hmac-Signature}: of the body alone
 * @param timedSignature {@code X-Hmac-Signature-V2}: of the following two as well
 * @param timestamp {@code X-Timestamp}: RFC 1123
 * @param path {@code X-Path}: as the sender called it, which a gateway may have rewritten since
 */
public record WebhookProof(String signature, String timedSignature, String timestamp, String path) {

    /** Whether it was sent to such an address, whatever stands before it or is asked for there; not to another of the same secret. */
    boolean isTo(String address) {
        return path != null && path.split("\\?", 2)[0].endsWith(address);
    }

    boolean isWithin(Duration tolerance, Instant now) {
        try {
            var sent = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(timestamp));
            return Duration.between(sent, now).abs().compareTo(tolerance) <= 0;
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
