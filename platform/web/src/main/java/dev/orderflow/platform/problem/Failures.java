package dev.orderflow.platform.problem;

import io.quarkus.arc.All;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;

/** Which problem a failure is. Whatever nobody foresaw is {@code internal-error}, and says nothing about itself. */
@Singleton
final class Failures {

    private static final String CHALLENGE = "WWW-Authenticate";

    private final List<KnownFailures> dependencies;

    @Inject
    Failures(@All List<KnownFailures> dependencies) {
        this.dependencies = dependencies;
    }

    ProblemException of(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case UnauthorizedException missing -> missingToken();
            case AuthenticationException bad -> badToken(failure);
            case ForbiddenException forbidden -> forbidden();
            case ResteasyReactiveViolationException broken -> broken(broken);
            case ResteasyReactiveClientProblem peer -> internal();
            case WebApplicationException web -> web(web);
            default -> unforeseen(failure);
        };
    }

    static ProblemException ofStatus(int status) {
        return switch (status) {
            case 400 -> Problems.INVALID_REQUEST.because("The request is malformed");
            case 401 -> missingToken();
            case 403 -> forbidden();
            case 503 -> Problems.unavailable("The service can't do this now");
            default ->
                Problems.all().stream()
                        .filter(type -> type.status() == status)
                        .findFirst()
                        .map(type -> type.because(type.title()))
                        .orElseGet(() -> unnamed(status));
        };
    }

    /** RFC 9457, 4.2.1: {@code about:blank} says no more than its status. */
    private static ProblemException unnamed(int status) {
        return status >= 400 && status < 500
                ? new ProblemException(
                        new Problem("about:blank", "HTTP " + status, status, null, null, null, List.of(), Map.of()))
                : internal();
    }

    private static ProblemException missingToken() {
        return Problems.UNAUTHENTICATED
                .because("The request has no bearer token")
                .header(CHALLENGE, "Bearer realm=\"orderflow\"");
    }

    /** A mechanism of our own has said what was wrong. */
    private static ProblemException badToken(Throwable bad) {
        boolean keysAway = causes(bad).anyMatch(IOException.class::isInstance);
        return told(bad)
                .orElseGet(() -> keysAway
                        ? Problems.unavailable("The keys that tokens are checked with can't be had now")
                        : Problems.badCredential("The token is expired, forged, or not meant for this service"));
    }

    private static ProblemException forbidden() {
        return Problems.FORBIDDEN
                .because("The token's groups do not allow this")
                .header(CHALLENGE, "Bearer realm=\"orderflow\", error=\"insufficient_scope\"");
    }

    private static ProblemException broken(ResteasyReactiveViolationException broken) {
        var violations = broken.getConstraintViolations();
        return Violations.ofReturnValue(violations) ? internal() : Violations.of(violations);
    }

    /** A parameter's converter may have thrown a problem, which JAX-RS wraps. */
    private static ProblemException web(WebApplicationException web) {
        return told(web).orElseGet(() -> ofStatus(web.getResponse().getStatus()));
    }

    private static Optional<ProblemException> told(Throwable failure) {
        return causes(failure)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    /** What may be logged of it in the place of its message, if whose failure it is has something. */
    Optional<String> code(Throwable failure) {
        return dependencies.stream()
                .flatMap(dependency -> dependency.code(failure).stream())
                .findFirst();
    }

    private ProblemException unforeseen(Throwable failure) {
        return dependencies.stream()
                .flatMap(dependency -> dependency.problem(failure).stream())
                .findFirst()
                .orElseGet(Failures::internal);
    }

    private static ProblemException internal() {
        return Problems.INTERNAL_ERROR.because("The service failed; its operators find out why by the traceId");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
