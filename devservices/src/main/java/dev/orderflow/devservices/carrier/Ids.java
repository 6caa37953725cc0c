package dev.orderflow.devservices.carrier;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Identifiers such as {@code shp_9f1c…}, and tracking codes. */
final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String next(String prefix) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + "_" + HexFormat.of().formatHex(bytes);
    }

    static String trackingCode() {
        return RANDOM.ints(16, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining("", "OF", ""));
    }
}
