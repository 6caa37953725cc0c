package dev.orderflow.notification.secret;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys by their names. What is wrong with one is told without showing it. */
record KeyRing(String current, Map<String, SecretKey> keys) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]{1,32}");
    private static final int BYTES = 32;

    static KeyRing of(List<String> configured) {
        var keys = new LinkedHashMap<String, SecretKey>();
        for (var entry : configured) {
            var name = entry.substring(0, Math.max(0, entry.indexOf(':')));
            check(NAME.matcher(name).matches(), "a key has no name: it is written name:base64");
            check(keys.put(name, key(name, entry.substring(name.length() + 1))) == null, name + " is there twice");
        }
        check(!keys.isEmpty(), "there is no key");
        return new KeyRing(keys.keySet().iterator().next(), Map.copyOf(keys));
    }

    private static SecretKey key(String name, String base64) {
        var bytes = decoded(name, base64.strip());
        check(bytes.length == BYTES, name + " is no key of 32 bytes");
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decoded(String name, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("orderflow.notification.secrets.keys: " + name + " is no base64");
        }
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException("orderflow.notification.secrets.keys: " + otherwise);
        }
    }

    /** Names them and shows none. */
    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
