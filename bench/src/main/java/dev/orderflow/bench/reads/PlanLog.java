package dev.orderflow.bench.reads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.http.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the server's log what auto_explain has written there since a moment. */
final class PlanLog {

    /** Written by {@code log_line_prefix=%m [%p] %d }; the plan goes on in lines that begin with a tab. */
    private static final Pattern HEAD =
            Pattern.compile("^\\S+ \\S+ \\S+ \\[\\d+] (\\S+) LOG: +duration: ([0-9.]+) ms +plan:$");

    private final Path file;
    private long from;

    PlanLog(Path file) {
        this.file = file;
        mark();
    }

    /** Forgets what is there by now. */
    void mark() {
        try {
            from = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was carried out since the mark. */
    List<Executed> read() {
        return parse(new String(bytes(), StandardCharsets.UTF_8));
    }

    private byte[] bytes() {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            var bytes = new byte[Math.toIntExact(log.length() - from)];
            log.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Executed> parse(String log) {
        var found = new ArrayList<Executed>();
        Matcher head = null;
        var plan = new StringBuilder();
        for (var line : log.split("\n")) {
            if (head != null && line.startsWith("\t")) {
                plan.append(line.substring(1)).append('\n');
                continue;
            }
            add(found, head, plan);
            var next = HEAD.matcher(line);
            head = next.matches() ? next : null;
            plan.setLength(0);
        }
        add(found, head, plan);
        return found;
    }

    private static void add(List<Executed> found, Matcher head, StringBuilder plan) {
        if (head != null) {
            var json = json(plan.toString());
            found.add(new Executed(
                    head.group(1),
                    json.path("Query Identifier").asLong(),
                    json.path("Query Text").asText().replaceAll("\\s+", " ").strip(),
                    Double.parseDouble(head.group(2)),
                    PlanFigures.of(json.path("Plan"))));
        }
    }

    private static JsonNode json(String text) {
        return Json.readOrMissing(text.getBytes(StandardCharsets.UTF_8));
    }
}
