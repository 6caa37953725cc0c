package dev.orderflow.systemtests.openapi;

import dev.orderflow.systemtests.openapi.ApiRequest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a request that shows something shorter, as long as it still shows the same. */
final class Shortening {

    private static final int SAME = 30;

    private final Function<ApiRequest, List<String>> lies;

    Shortening(Function<ApiRequest, List<String>> lies) {
        this.lies = lies;
    }

    ApiRequest of(ApiRequest request, String lie) {
        var shortest = request;
        for (var field : request.headers()) {
            shortest = ifSame(without(shortest, field), shortest, lie);
        }
        int query = shortest.target().indexOf('?');
        if (query > 0) {
            shortest = withoutParameters(shortest, query, lie);
        }
        if (shortest.body() != null) {
            shortest = ifSame(with(shortest, shortest.target(), shortest.headers(), null), shortest, lie);
        }
        return shortest;
    }

    private ApiRequest withoutParameters(ApiRequest request, int query, String lie) {
        var path = request.target().substring(0, query);
        var bare = ifSame(with(request, path, request.headers(), request.body()), request, lie);
        return bare != request
                ? bare
                : Stream.of(request.target().substring(query + 1).split("&"))
                        .map(parameter -> with(request, path + "?" + parameter, request.headers(), request.body()))
                        .filter(shorter -> shows(shorter, lie))
                        .findFirst()
                        .orElse(request);
    }

    private ApiRequest ifSame(ApiRequest shorter, ApiRequest longer, String lie) {
        return shows(shorter, lie) ? shorter : longer;
    }

    private boolean shows(ApiRequest request, String lie) {
        var start = lie.substring(0, Math.min(SAME, lie.length()));
        return lies.apply(request).stream().anyMatch(found -> found.startsWith(start));
    }

    private static ApiRequest without(ApiRequest request, Field field) {
        var rest = new ArrayList<>(request.headers());
        rest.remove(field);
        return with(request, request.target(), rest, request.body());
    }

    private static ApiRequest with(ApiRequest request, String target, List<Field> headers, String body) {
        return new ApiRequest(request.method(), target, headers, body);
    }
}
