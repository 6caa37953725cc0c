package dev.orderflow.shipping.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * EasyPost's proof that a webhook is its own: HMAC-SHA256, keyed with the NFKD form of the secret, over the body, or, in its
 * second version, over time, method, path and body. The second one says when it was sent, so where it is there, it is what
 * counts, and an old one is refused.
 */
@Singleton
class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "hmac-sha256-hex=";
    private static final String METHOD = "POST";

    private final List<SecretKeySpec> keys;
    private final String address;
    private final Duration tolerance;
    private final boolean untimed;

    @Inject
    WebhookSignature(CarrierConfig config) {
        this(config.webhookSecret(), config.webhookAddress(), config.webhookTolerance(), config.webhookUntimed());
    }

    /** @param untimed whether the first version alone is believed */
    WebhookSignature(List<String> secrets, String address, Duration tolerance, boolean untimed) {
        this.address = address;
        this.keys = secrets.stream().map(WebhookSignature::key).toList();
        this.tolerance = tolerance;
        this.untimed = untimed;
    }

    /** Takes the same time for every wrong signature. */
    boolean fits(byte[] body, WebhookProof proof, Instant now) {
        if (proof.timedSignature() == null) {
            return untimed && fits(proof.signature(), new byte[0], body);
        }
        var bound = bytes(proof.timestamp() + METHOD + proof.path());
        return fits(proof.timedSignature(), bound, body) && proof.isTo(address) && proof.isWithin(tolerance, now);
    }

    private boolean fits(String signature, byte[] bound, byte[] body) {
        return signature != null
                && keys.stream()
                        .map(key -> PREFIX + HexFormat.of().formatHex(hmac(key, bound, body)))
                        .map(expected -> MessageDigest.isEqual(bytes(expected), bytes(signature)))
                        .reduce(false, Boolean::logicalOr);
    }

    private static SecretKeySpec key(String secret) {
        return new SecretKeySpec(bytes(Normalizer.normalize(secret, Normalizer.Form.NFKD)), ALGORITHM);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] bound, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(bound);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
