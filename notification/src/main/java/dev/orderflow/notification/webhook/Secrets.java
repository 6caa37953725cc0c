package dev.orderflow.notification.webhook;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets for signatures: 32 random bytes, as long as what they are for. */
@Singleton
public class Secrets {

    private static final int BYTES = 32;

    /** Made when it is first needed: a native image must not carry its seed. */
    private SecureRandom random;

    public synchronized String next() {
        if (random == null) {
            random = new SecureRandom();
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return WebhookSignature.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
