package dev.orderflow.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Records what the code says about its events as published. Not run by a build, only by name:
 * {@code ./mvnw -pl contracts test -Dtest=PublishContracts}. Refuses what would break a reader.
 */
class PublishContracts {

    @Test
    void writesWhatHasGrown() throws IOException {
        var javadoc = Javadoc.ofTheContracts();
        var files = PublishedFiles.ofTheContracts();
        var publication = new Publication(files.schemas(), EventSchema.ofTheCatalogue(javadoc));
        assertThat(String.join("\n\n", publication.broken())).isEmpty();
        for (EventSchema schema : publication.unpublished()) {
            files.write(schema);
        }
        files.writeAsyncApi(AsyncApi.of(publication.afterwards(), javadoc));
    }
}
