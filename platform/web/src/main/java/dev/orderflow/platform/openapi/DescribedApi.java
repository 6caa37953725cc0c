package dev.orderflow.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;

/**
 * Completes every service's description while it is built, so that a resource names only what is its own: a refusal by
 * the names of its problems ({@code @APIResponse(responseCode = "409", description = "out-of-stock, price-changed")}), an
 * example by a file ({@link Examples}).
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribedApi implements OASFilter {

    /** An extension of an operation whose Idempotency-Key is that of each entry: the call itself is not replayed. */
    public static final String KEY_PER_ENTRY = "x-idempotency-key-per-entry";

    /** An extension of an operation whose address others make, and may make with a query. */
    public static final String ANY_QUERY = "x-any-query";

    /** What begins so is asked by replicas of the same service alone: hidden from the description, and told by no other way. */
    public static final String BETWEEN_REPLICAS = "/internal/";

    private static final String BEYOND = """
            A query parameter that an operation does not name, or that comes twice, is 400, but where x-any-query is said. \
            What an address answers to a method that it does not have is 405, with Allow. What is hardly HTTP is refused \
            before any operation, without a body: 400 for an address that is no URI and for an upgrade to HTTP/2 that lacks \
            its settings, 414 for one that is too long, 431 for header fields that are too long.""";

    private final IndexView index;

    public DescribedApi(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        if (api.getInfo() == null) {
            api.setInfo(OASFactory.createInfo());
        }
        api.getInfo().setDescription(BEYOND);
        EveryOperation.isDescribed(api, index);
        var calls = calls(api);
        calls.forEach(Call::nameTypesPlainly);
        new Constraints(index).describe(api);
        new Presence(index).describe(api.getComponents());
        ListParameters.describe(calls);
        new Refusals(api.getComponents()).describe(calls);
        AnswerHeaders.describe(api.getComponents(), calls);
        LimitHeaders.describe(api.getComponents(), calls);
        new StrictRequests(api.getComponents()).close(calls);
        new Examples(Thread.currentThread().getContextClassLoader()).describe(calls);
    }

    private static List<Call> calls(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(DescribedApi::calls)
                .toList();
    }

    private static java.util.stream.Stream<Call> calls(PathItem path) {
        return path.getOperations().entrySet().stream().map(call -> new Call(call.getKey(), call.getValue()));
    }
}
