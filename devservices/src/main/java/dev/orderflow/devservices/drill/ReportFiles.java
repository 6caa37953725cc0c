package dev.orderflow.devservices.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a report, as a person reads it and as a program does. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes {@code drill-report.txt} and {@code drill-report.json} into the directory. */
    public static void write(Report report, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("drill-report.txt"), ReportText.of(report));
            Files.writeString(
                    directory.resolve("drill-report.json"),
                    ReportJson.of(report).toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the report can't be written to " + directory, e);
        }
    }
}
