package dev.orderflow.shipping.carrier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** EasyPost's proof that a webhook is its own: HMAC-SHA256 of the body, keyed with the NFKD form of the secret. */
@Singleton
class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "hmac-sha256-hex=";

    private final SecretKeySpec key;

    @Inject
    WebhookSignature(CarrierConfig config) {
        var secret = Normalizer.normalize(config.webhookSecret(), Normalizer.Form.NFKD);
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Takes the same time for every wrong signature. */
    boolean fits(byte[] body, String header) {
        if (header == null) {
            return false;
        }
        var expected = PREFIX + HexFormat.of().formatHex(hmac(body));
        return MessageDigest.isEqual(bytes(expected), bytes(header));
    }

    private byte[] hmac(byte[] body) {
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
