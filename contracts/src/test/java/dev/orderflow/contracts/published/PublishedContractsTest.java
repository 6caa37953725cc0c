package dev.orderflow.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.contracts.Json;
import org.junit.jupiter.api.Test;

/** The check that a change of the contracts has to pass: no reader breaks, and what is published says what the code does. */
class PublishedContractsTest {

    private static final Javadoc JAVADOC = Javadoc.ofTheContracts();
    private static final PublishedFiles FILES = PublishedFiles.ofTheContracts();
    private static final Publication PUBLICATION =
            new Publication(FILES.schemas(), EventSchema.ofTheCatalogue(JAVADOC));

    @Test
    void noReaderOfWhatWasPublishedBreaks() {
        assertThat(String.join("\n\n", PUBLICATION.broken())).isEmpty();
    }

    @Test
    void everySchemaIsPublishedAsTheCodeHasIt() {
        assertThat(PUBLICATION.unpublished())
                .as("new or grown, to be recorded with %s", Publication.COMMAND)
                .isEmpty();
    }

    @Test
    void everySchemaIsInTheFileOfItsName() {
        assertThat(PUBLICATION.published())
                .allSatisfy(schema -> assertThat(FILES.schema(schema)).exists());
    }

    @Test
    void theAsyncApiDocumentIsPublishedAsTheCodeHasIt() {
        JsonNode current = Json.write(AsyncApi.of(PUBLICATION.afterwards(), JAVADOC));
        assertThat(FILES.asyncApiTree())
                .as("to be recorded with %s", Publication.COMMAND)
                .isEqualTo(current);
    }
}
