package dev.orderflow.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts, each with its length before it, so that no two lists of texts give the same input. */
public record Digest(String hex) {

    public static Digest of(String... texts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                sha.update(bytes);
            }
            return new Digest(HexFormat.of().formatHex(sha.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The first 64 bits. */
    public long number() {
        return ByteBuffer.wrap(bytes()).getLong();
    }
}
