package dev.orderflow.notification.secret;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Base64;
import java.util.List;

/** Keys to seal with. */
public final class TestKeys {

    private TestKeys() {}

    /** As they are configured; the first one seals. */
    public static SealedSecrets with(String... keys) {
        return with(new SimpleMeterRegistry(), keys);
    }

    static SealedSecrets with(MeterRegistry registry, String... keys) {
        return new SealedSecrets(KeyRing.of(List.of(keys)), registry);
    }

    /** The same one for the same number. */
    public static String key(String name, int number) {
        var bytes = new byte[32];
        bytes[0] = (byte) number;
        return name + ":" + Base64.getEncoder().encodeToString(bytes);
    }
}
