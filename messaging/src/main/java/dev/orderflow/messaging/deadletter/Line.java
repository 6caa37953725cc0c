package dev.orderflow.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The line in which the dead letters of one key stand: named by the key, or by its digest if no index could hold it. */
public final class Line {

    /** Far above any id, far below the 2,704 bytes that a B-tree entry may have. */
    private static final int LONGEST = 200;

    private Line() {}

    /** Of one record, for which nothing waits. */
    public static String single(String record) {
        return "single/" + record;
    }

    /** Null for null: without a key there is no order to keep. */
    public static String of(String key) {
        if (key == null || key.length() <= LONGEST) {
            return Storable.text(key);
        }
        return "sha256:" + HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
