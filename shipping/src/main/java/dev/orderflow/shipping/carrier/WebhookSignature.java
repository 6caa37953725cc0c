package dev.orderflow.shipping.carrier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** EasyPost's proof that a webhook is its own: HMAC-SHA256 of the body, keyed with the NFKD form of the secret. */
@Singleton
class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "hmac-sha256-hex=";

    private final List<SecretKeySpec> keys;

    @Inject
    WebhookSignature(CarrierConfig config) {
        this(config.webhookSecret());
    }

    WebhookSignature(List<String> secrets) {
        this.keys = secrets.stream().map(WebhookSignature::key).toList();
    }

    /** Takes the same time for every wrong signature. */
    boolean fits(byte[] body, String header) {
        return header != null
                && keys.stream()
                        .map(key -> PREFIX + HexFormat.of().formatHex(hmac(key, body)))
                        .map(expected -> MessageDigest.isEqual(bytes(expected), bytes(header)))
                        .reduce(false, Boolean::logicalOr);
    }

    private static SecretKeySpec key(String secret) {
        return new SecretKeySpec(bytes(Normalizer.normalize(secret, Normalizer.Form.NFKD)), ALGORITHM);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
