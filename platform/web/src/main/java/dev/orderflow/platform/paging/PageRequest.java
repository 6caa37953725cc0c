package dev.orderflow.platform.paging;

import dev.orderflow.platform.http.Parameters;
import java.util.Optional;

/**
 * Which page a client wants.
 *
 * @param cursor where the page before ended; empty for the first page
 * @param limit how many items at most, 1 to 200, 50 if not given
 */
public record PageRequest(Optional<Cursor> cursor, int limit) {

    public static final int DEFAULT = 50;
    public static final int MOST = 200;

    /**
     * From the query parameters {@code cursor} and {@code limit}, either null.
     *
     * @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request}
     */
    public static PageRequest of(String cursor, String limit) {
        var where =
                Optional.ofNullable(cursor).filter(token -> !token.isEmpty()).map(Cursor::parse);
        return new PageRequest(
                where, (int) Parameters.number("limit", limit, 1, MOST).orElse(DEFAULT));
    }

    /** How many rows to select: one more than fits, which tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }
}
