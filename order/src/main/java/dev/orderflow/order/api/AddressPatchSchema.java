package dev.orderflow.order.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Describes an address as a merge patch: what a new one may have, each part on its own, and null for a part that an
 * address need not have. After the new address has been described.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class AddressPatchSchema implements OASFilter {

    static final String NAME = "AddressPatch";

    private static final Set<String> OPTIONAL = Set.of("line2", "region");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        api.getComponents().addSchema(NAME, patch(schemas.get("NewAddress").getProperties()));
    }

    private static Schema patch(Map<String, Schema> parts) {
        var patch = OASFactory.createSchema().addType(SchemaType.OBJECT);
        parts.forEach((name, part) -> patch.addProperty(name, OPTIONAL.contains(name) ? orNull(part) : part));
        patch.setAdditionalPropertiesBoolean(false);
        return patch;
    }

    private static Schema orNull(Schema part) {
        return OASFactory.createSchema()
                .addAnyOf(part)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }
}
