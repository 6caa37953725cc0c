package dev.orderflow.platform.http;

import dev.orderflow.platform.problem.FieldError;
import dev.orderflow.platform.problem.Problems;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that an operation does not have, or that comes twice, as {@link StrictRules} does with a body's
 * fields: a filter that nobody reads would show, or replay, more than was asked for. Not where somebody else makes the address
 * ({@link dev.orderflow.platform.openapi.DescribedApi#ANY_QUERY}). After the token's check, so that
 * strangers learn nothing, and after the rate limit, so that a mistake in a loop is limited too.
 */
@Singleton
public class StrictQuery {

    private static final int AFTER_THE_RATE_LIMIT = Priorities.USER + 100;

    /** An address has room for thousands; whoever reads the answer does not. */
    private static final int TOLD = 10;

    private final DescribedOperations described;

    @Inject
    StrictQuery(DescribedOperations described) {
        this.described = described;
    }

    @ServerRequestFilter(priority = AFTER_THE_RATE_LIMIT)
    public void check(RoutingContext request, ContainerRequestContext filtered) {
        if (request.request().query() != null && !described.current().takesAnyQuery()) {
            check(query(request), described.current().queries());
        }
    }

    /**
     * For what is answered beside the resources.
     *
     * @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request} that names what is not known or
     *     comes twice
     */
    public static void check(MultiMap query, Set<String> known) {
        refuse(wrong(query, known));
    }

    private static MultiMap query(RoutingContext request) {
        try {
            return request.queryParams();
        } catch (HttpException | IllegalArgumentException malformed) {
            throw Problems.invalid("query", "is malformed");
        }
    }

    /** Names are compared as they are written: {@code Limit} is not {@code limit}, whatever a map makes of them. */
    static List<FieldError> wrong(MultiMap query, Set<String> known) {
        return query.names().stream()
                .flatMap(name -> wrong(name, query.getAll(name).size(), known))
                .limit(TOLD)
                .toList();
    }

    private static Stream<FieldError> wrong(String name, int times, Set<String> known) {
        if (!known.contains(name)) {
            return Stream.of(new FieldError(name, "is not a known parameter"));
        }
        return times > 1 ? Stream.of(new FieldError(name, "must not be repeated")) : Stream.empty();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }
}
