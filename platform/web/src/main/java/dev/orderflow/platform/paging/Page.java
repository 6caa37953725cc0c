package dev.orderflow.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the address of the next page, relative to the service; absent on the last page
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * From the rows that were selected with {@link PageRequest#rows()} as the limit.
     *
     * @param request the request's address, whose other parameters the next page keeps
     * @param key the sort key of an item
     */
    public static <T> Page<T> of(List<T> rows, PageRequest page, UriInfo request, Function<T, Cursor> key) {
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, page.limit());
        return new Page<>(items, next(request, key.apply(items.getLast())));
    }

    /** The same page of other items: entities become what the client sees. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    private static String next(UriInfo request, Cursor cursor) {
        var uri = request.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor.token())
                .build();
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
