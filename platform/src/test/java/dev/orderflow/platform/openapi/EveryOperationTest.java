package dev.orderflow.platform.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.platform.sample.SecretResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class EveryOperationTest {

    @Test
    void takesADescriptionThatLacksNothing() throws IOException {
        var index = Index.of(SecretResource.class);
        var api = describing(PathItem.HttpMethod.GET, "/secrets/operators", "/secrets/forgotten");

        assertThatCode(() -> EveryOperation.isDescribed(api, index)).doesNotThrowAnyException();
    }

    @Test
    void namesAnAddressThatIsNotDescribed() throws IOException {
        var index = Index.of(SecretResource.class);
        var api = describing(PathItem.HttpMethod.GET, "/secrets/operators");

        assertThatThrownBy(() -> EveryOperation.isDescribed(api, index))
                .hasMessageContaining("GET of " + SecretResource.class.getName() + ".forgotten")
                .message()
                .doesNotContain("forOperators");
    }

    @Test
    void namesAMethodThatIsNotDescribed() throws IOException {
        var index = Index.of(SecretResource.class);
        var api = describing(PathItem.HttpMethod.POST, "/secrets/operators", "/secrets/forgotten");

        assertThatThrownBy(() -> EveryOperation.isDescribed(api, index))
                .hasMessageContaining("forOperators")
                .hasMessageContaining("forgotten");
    }

    @Test
    void takesWhatReplicasAskEachOtherIfItIsHidden() throws IOException {
        var index = Index.of(BetweenReplicas.class);

        assertThatCode(() -> EveryOperation.isDescribed(describing(PathItem.HttpMethod.GET), index))
                .doesNotThrowAnyException();
        var told = describing(PathItem.HttpMethod.GET, "/internal/things");
        assertThatThrownBy(() -> EveryOperation.isDescribed(told, index)).hasMessageContaining("things");
    }

    /** Nobody may call it. */
    @Path("/internal")
    static final class BetweenReplicas {

        @GET
        @Path("/things")
        @Operation(hidden = true)
        public String things() {
            return "things";
        }
    }

    private static OpenAPI describing(PathItem.HttpMethod method, String... addresses) {
        var paths = OASFactory.createPaths();
        for (var address : List.of(addresses)) {
            var item = OASFactory.createPathItem();
            item.setOperation(method, OASFactory.createOperation());
            paths.addPathItem(address, item);
        }
        return OASFactory.createOpenAPI().paths(paths);
    }
}
