package dev.orderflow.contracts.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A Lua script for Redis: the arguments of the commands that run it. */
public final class Script {

    private final String text;
    private final String sha1;

    private Script(String text) {
        this.text = text;
        this.sha1 = sha1(text);
    }

    /**
     * @param beside a class of the module that has the script
     * @param resource absolute, such as {@code /stock-gate/hold.lua}
     */
    public static Script of(Class<?> beside, String resource) {
        try (var content = beside.getResourceAsStream(resource)) {
            return new Script(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What EVALSHA takes. Redis answers NOSCRIPT after its first start and after a flush of scripts: then {@link #eval}. See {@link #isUnknown}. */
    public List<String> evalSha(List<String> keys, List<String> arguments) {
        return command(sha1, keys, arguments);
    }

    /** What EVAL takes. */
    public List<String> eval(List<String> keys, List<String> arguments) {
        return command(text, keys, arguments);
    }

    /** What SCRIPT takes, so that Redis knows it from now on. */
    public List<String> load() {
        return List.of("LOAD", text);
    }

    /** Whether Redis did not know the script, so that it had no effect. */
    public static boolean isUnknown(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    private static List<String> command(String script, List<String> keys, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(script);
        command.add(Integer.toString(keys.size()));
        command.addAll(keys);
        command.addAll(arguments);
        return command;
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
