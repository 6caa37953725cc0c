package dev.orderflow.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A report as files, for programs and for people; written anew as it grows.
 *
 * @param earlier a report that the page compares with; empty for none
 */
public record ReportFiles(Path folder, JsonNode earlier) {

    public Path json() {
        return folder.resolve("bench.json");
    }

    public Path page() {
        return folder.resolve("bench.html");
    }

    public void write(JsonNode report) {
        try {
            Files.writeString(json(), report.toPrettyString());
            Files.writeString(page(), ReportPage.of(report, earlier));
        } catch (IOException e) {
            throw new PartFailed("the report can't be written: " + e.getMessage(), e);
        }
    }
}
