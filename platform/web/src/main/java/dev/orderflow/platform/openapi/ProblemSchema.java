package dev.orderflow.platform.openapi;

import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** RFC 9457 as a schema; what a problem says beside this is on the page that its type names. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema create() {
        return object().description("RFC 9457. Its type is the address of a page that explains it")
                .addProperty("type", text().format("uri-reference"))
                .addProperty("title", text())
                .addProperty("status", whole())
                .addProperty("detail", text().description("What happened this time, for people"))
                .addProperty("instance", text().description("The path that was asked for"))
                .addProperty("traceId", text().pattern("^[0-9a-f]{32}$"))
                .addProperty("errors", array(fieldError()))
                .required(List.of("type", "title", "status"));
    }

    /** A problem of that status, and of one of these names. */
    static Schema of(int status, Collection<String> names) {
        var closer = object().addProperty("status", whole().constValue(status));
        if (!names.isEmpty()) {
            closer.addProperty("type", text().enumeration(types(names)));
        }
        return OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref(NAME))
                .addAllOf(closer);
    }

    private static List<Object> types(Collection<String> names) {
        return names.stream().map(name -> (Object) ("/problems/" + name)).toList();
    }

    private static Schema fieldError() {
        return object().addProperty("field", text().description("As the client named it; \"body\" for all of it"))
                .addProperty("message", text())
                .required(List.of("field", "message"));
    }

    private static Schema array(Schema items) {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description("For invalid input: what is wrong with it")
                .items(items);
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema whole() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }
}
