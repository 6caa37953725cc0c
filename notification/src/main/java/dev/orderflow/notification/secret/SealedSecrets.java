package dev.orderflow.notification.secret;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * What customers' secrets are in the database: {@code aes-gcm:<key>:<nonce and ciphertext>}, good for their customer's row
 * only. Who reads the database, or a copy of it, can sign nothing. What an older version left there as it was is opened as it
 * is. Made at the start, so that a wrong key is found there.
 */
@Singleton
@Startup
public class SealedSecrets {

    private static final String SCHEME = "aes-gcm:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing ring;

    /** Made when it is first needed: a native image must not carry its seed. */
    private SecureRandom random;

    @Inject
    SealedSecrets(SecretsConfig config) {
        this(KeyRing.of(config.keys()));
    }

    SealedSecrets(KeyRing ring) {
        this.ring = ring;
    }

    /** The key that seals now. */
    public String current() {
        return ring.current();
    }

    public String seal(String secret, String customer) {
        var nonce = nonce();
        var sealed = run(Cipher.ENCRYPT_MODE, ring.current(), nonce, customer, secret.getBytes(StandardCharsets.UTF_8));
        var both = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
        return SCHEME + ring.current() + ":" + Base64.getEncoder().encodeToString(both.array());
    }

    /** @throws IllegalStateException if its key is not there, or if it is another customer's */
    public String open(String sealed, String customer) {
        if (!sealed.startsWith(SCHEME)) {
            return sealed;
        }
        var parts = sealed.split(":");
        var both = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
        var nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        var rest = new byte[both.remaining()];
        both.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, parts[1], nonce, customer, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String key, byte[] nonce, String customer, byte[] text) {
        var secret = Optional.ofNullable(ring.keys().get(key))
                .orElseThrow(() -> new IllegalStateException("orderflow.notification.secrets.keys lacks " + key));
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(customer.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a customer's secret can't be read or written with the key " + key, e);
        }
    }

    private synchronized byte[] nonce() {
        if (random == null) {
            random = new SecureRandom();
        }
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }
}
