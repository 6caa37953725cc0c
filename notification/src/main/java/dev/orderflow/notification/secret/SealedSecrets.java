package dev.orderflow.notification.secret;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jboss.logging.Logger;

/**
 * What customers' secrets are in the database: {@code aes-gcm:<key>:<nonce and ciphertext>}, good for their customer's row
 * only. Who reads the database, or a copy of it, can sign nothing. What an older version left there as it was is opened as it
 * is. Made at the start, so that a wrong key is found there.
 */
@Singleton
@Startup
public class SealedSecrets {

    private static final Logger LOG = Logger.getLogger(SealedSecrets.class);
    private static final String SCHEME = "aes-gcm:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** There from the start: what comes into being with its first count has not grown. */
    private static final String UNREADABLE = "orderflow.notification.secrets.unreadable";

    private final KeyRing ring;
    private final Counter unreadable;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Made when it is first needed: a native image must not carry its seed. */
    private SecureRandom random;

    @Inject
    SealedSecrets(SecretsConfig config, MeterRegistry registry) {
        this(KeyRing.of(config.keys()), registry);
    }

    SealedSecrets(KeyRing ring, MeterRegistry registry) {
        this.ring = ring;
        this.unreadable = registry.counter(UNREADABLE);
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

    /** @throws UnreadableSecret whatever is wrong with it; counted */
    public String open(String sealed, String customer) {
        try {
            return opened(sealed, customer);
        } catch (UnreadableSecret failure) {
            unreadable.increment();
            throw failure;
        }
    }

    private String opened(String sealed, String customer) {
        if (!sealed.startsWith(SCHEME)) {
            return sealed;
        }
        var parts = sealed.split(":", 3);
        if (parts.length < 3) {
            throw new UnreadableSecret("a customer's secret has no key and bytes");
        }
        var both = bytes(parts[2]);
        var nonce = Arrays.copyOf(both, NONCE_BYTES);
        var rest = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(run(Cipher.DECRYPT_MODE, parts[1], nonce, customer, rest), StandardCharsets.UTF_8);
    }

    /** What {@link #open} answers, or nothing. Told once: each event may ask. */
    public Optional<String> ifReadable(String sealed, String customer) {
        try {
            return Optional.of(open(sealed, customer));
        } catch (UnreadableSecret failure) {
            if (!told.getAndSet(true)) {
                LOG.warnf("There are secrets that can't be opened; the first: %s", failure.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Sealed with the present key; as it is if it is so already, or can't be opened: its key may come back. */
    public String renewed(String stored, String customer) {
        return isCurrent(stored)
                ? stored
                : ifReadable(stored, customer)
                        .map(secret -> seal(secret, customer))
                        .orElse(stored);
    }

    boolean isCurrent(String stored) {
        return stored.startsWith(SCHEME + ring.current() + ":");
    }

    private static byte[] bytes(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableSecret("a customer's secret is no base64");
        }
        if (bytes.length < NONCE_BYTES) {
            throw new UnreadableSecret("a customer's secret is too short");
        }
        return bytes;
    }

    private byte[] run(int mode, String key, byte[] nonce, String customer, byte[] text) {
        var secret = Optional.ofNullable(ring.keys().get(key))
                .orElseThrow(() -> new UnreadableSecret("orderflow.notification.secrets.keys lacks " + key));
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(customer.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret("a customer's secret can't be read or written with the key " + key, e);
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
