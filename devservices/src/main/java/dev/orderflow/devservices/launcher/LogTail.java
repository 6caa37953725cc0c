package dev.orderflow.devservices.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a file that grows; a file that was cut is read from its start again. */
final class LogTail {

    private static final long LAST_BYTES = 256 * 1024;

    private final Path file;
    private final String label;
    private long position;

    /** @param label is put before each line */
    LogTail(Path file, String label) {
        this.file = file;
        this.label = label;
    }

    void printLast(int lines) throws IOException {
        long length = file.toFile().length();
        position = Math.max(0, length - LAST_BYTES);
        List<String> read = read();
        print(read.subList(Math.max(0, read.size() - lines), read.size()));
    }

    void printNew() throws IOException {
        print(read());
    }

    /** Whole lines only: one that is still being written is read with its end. */
    private List<String> read() throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            position = content.length() < position ? 0 : position;
            content.seek(position);
            byte[] bytes = new byte[(int) Math.min(content.length() - position, LAST_BYTES)];
            content.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            position += whole.getBytes(StandardCharsets.UTF_8).length;
            return whole.lines().toList();
        }
    }

    private void print(List<String> lines) {
        lines.forEach(line -> Console.say(label + line));
    }
}
