package dev.orderflow.platform.openapi;

import dev.orderflow.platform.paging.PageRequest;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** A list that takes a cursor is read by pages, as {@link PageRequest} says. */
final class ListParameters {

    private static final String CURSOR = "cursor";

    private ListParameters() {}

    static void describe(Collection<Call> calls) {
        calls.stream()
                .filter(ListParameters::isPaged)
                .flatMap(ListParameters::queries)
                .forEach(ListParameters::describe);
    }

    private static boolean isPaged(Call call) {
        return queries(call).anyMatch(parameter -> parameter.getName().equals(CURSOR));
    }

    private static Stream<Parameter> queries(Call call) {
        return call.parameters().filter(ListParameters::isQuery);
    }

    private static boolean isQuery(Parameter parameter) {
        return parameter.getIn() == Parameter.In.QUERY;
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case CURSOR ->
                parameter
                        .description("Where the page before ended; taken from its \"next\"")
                        .setSchema(text());
            case "limit" -> parameter.description("How many items at most").setSchema(limit());
            default -> {}
        }
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema limit() {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(PageRequest.MOST))
                .defaultValue(PageRequest.DEFAULT);
    }
}
