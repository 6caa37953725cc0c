package dev.orderflow.contracts.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The two scripts of the stock gate, which is in Redis between order (holds) and inventory (levels). It keeps overload
 * from the database and is advisory: Postgres decides. All keys share a hash tag, so that the scripts run on a cluster.
 */
public enum GateScript {
    /** {@code name, life in ms, (sku, quantity)…}: answers HELD, MISS, or SHORT with (sku, left)…. */
    HOLD("hold.lua"),
    /**
     * {@code n, (sku, available, version, mistaken) n times, hold…}: a newer level wins, or one whose mistaken level is
     * still there; the holds go. Answers (sku, level)… of the newer ones.
     */
    SETTLE("settle.lua");

    private static final List<String> KEYS =
            List.of("{stock}:levels", "{stock}:held", "{stock}:holds", "{stock}:expiries");

    private final String text;
    private final String sha1;

    GateScript(String file) {
        text = read(file);
        sha1 = sha1(text);
    }

    /** What EVALSHA takes. Redis answers NOSCRIPT after its first start and after a flush of scripts: then {@link #eval}. See {@link #isUnknown}. */
    public List<String> evalSha(List<String> arguments) {
        return command(sha1, arguments);
    }

    /** What EVAL takes. */
    public List<String> eval(List<String> arguments) {
        return command(text, arguments);
    }

    /** What SCRIPT takes, so that Redis knows it from now on. */
    public List<String> load() {
        return List.of("LOAD", text);
    }

    /** Whether Redis did not know the script, so that it had no effect. */
    public static boolean isUnknown(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    private static List<String> command(String script, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(script);
        command.add(Integer.toString(KEYS.size()));
        command.addAll(KEYS);
        command.addAll(arguments);
        return command;
    }

    private static String read(String file) {
        try (var content = GateScript.class.getResourceAsStream("/stock-gate/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Redis names scripts by their SHA-1. */
    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
