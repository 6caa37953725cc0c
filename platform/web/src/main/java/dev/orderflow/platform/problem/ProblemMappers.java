package dev.orderflow.platform.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Everything that a resource fails with leaves as a problem. Public, because Quarkus calls it from classes that it
 * generates for the application, which may have another loader than this jar.
 */
@Singleton
public class ProblemMappers {

    private static final int BEFORE_QUARKUS = Priorities.USER - 100;

    private final ProblemRenderer renderer;
    private final Failures failures;

    @Inject
    ProblemMappers(ProblemRenderer renderer, Failures failures) {
        this.renderer = renderer;
        this.failures = failures;
    }

    /** Beside Throwable it names the types that Quarkus has mappers of its own for, which would be closer matches. */
    @ServerExceptionMapper(
            value = {
                Throwable.class,
                AuthenticationCompletionException.class,
                AuthenticationFailedException.class,
                ForbiddenException.class,
                InvalidDefinitionException.class,
                MismatchedInputException.class,
                UnauthorizedException.class,
                ValidationException.class
            },
            priority = BEFORE_QUARKUS)
    public Response problem(Throwable failure, RoutingContext request) {
        return response(renderer.render(failure, request));
    }

    @ServerExceptionMapper(priority = BEFORE_QUARKUS)
    public Response methodNotAllowed(NotAllowedException failure, RoutingContext request) {
        var refusal = failures.of(failure).header("Allow", AllowedMethods.of(request.normalizedPath()));
        return response(renderer.render(refusal, request));
    }

    private static Response response(ProblemRenderer.Rendered rendered) {
        var response = Response.status(rendered.status()).entity(rendered.body().getBytes());
        rendered.headers().forEach(response::header);
        return response.build();
    }
}
