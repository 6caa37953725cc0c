package dev.orderflow.devservices.durable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import dev.orderflow.devservices.http.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The facts of an outside party in an append-only file. Those of one commit are one line: a crash leaves all of them or
 * none.
 *
 * @param <E> the type of the facts, which Jackson must be able to tell apart
 */
public final class EntryLog<E> {

    private final JavaType type;
    private final Path path;
    private final AppendOnlyFile file;

    /** Opens the log and hands the facts in it to the reader, oldest first. */
    public EntryLog(Path path, Class<E> entryType, Consumer<E> reader) {
        this.type = Json.MAPPER.getTypeFactory().constructCollectionType(List.class, entryType);
        this.path = path;
        this.file = AppendOnlyFile.open(path, line -> read(line).forEach(reader));
    }

    /** The facts that are durable now, oldest first, read from the disk as they are asked for; to be closed. */
    public Stream<E> entries() {
        return file.lines().flatMap(line -> read(line).stream());
    }

    /** Appends the facts; they are durable after the next {@link #sync()}. */
    public void append(List<? extends E> entries) {
        try {
            file.append(Json.MAPPER.writerFor(type).writeValueAsString(entries));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when everything appended before the call survives SIGKILL and the loss of power. */
    public void sync() {
        file.sync();
    }

    private List<E> read(String line) {
        try {
            return Json.MAPPER.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(path + " holds a line that is none of its own", e);
        }
    }
}
