package dev.orderflow.platform.problem;

import java.time.Duration;
import java.util.List;

/** The problems that every service can answer with. */
public final class Problems {

    public static final ProblemType INVALID_REQUEST = new ProblemType(
            "invalid-request",
            400,
            "The request is not valid",
            "A field, a parameter or a header is missing, malformed, out of range or unknown. \"errors\" names each of"
                    + " them; correct them and send the request again.");
    public static final ProblemType UNAUTHENTICATED = new ProblemType(
            "unauthenticated",
            401,
            "A valid token is needed",
            "The request has no bearer token, or one that is expired, forged or meant for another service. Get a new"
                    + " token from your identity provider.");
    public static final ProblemType FORBIDDEN = new ProblemType(
            "forbidden", 403, "The token does not allow this", "The token is valid, but its holder lacks the role.");
    public static final ProblemType NOT_FOUND = new ProblemType(
            "not-found",
            404,
            "There is nothing here",
            "The address is wrong, or what it names does not exist or belongs to somebody else.");
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType(
            "method-not-allowed",
            405,
            "The method is not allowed here",
            "The address exists, but not with this method; the Allow header lists those that it has.");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType(
            "not-acceptable",
            406,
            "No acceptable representation",
            "The Accept header leaves out everything that this address can answer with.");
    public static final ProblemType REQUEST_IN_PROGRESS = new ProblemType(
            "request-in-progress",
            409,
            "The same request is still running",
            "A request with the same Idempotency-Key has not finished. Send it again a little later, with the same"
                    + " key, to get its answer.");
    public static final ProblemType GONE = new ProblemType(
            "gone", 410, "It is no longer kept", "What was asked for existed, but is beyond its retention.");
    public static final ProblemType PRECONDITION_FAILED = new ProblemType(
            "precondition-failed",
            412,
            "It has changed meanwhile",
            "If-Match or If-None-Match did not hold. Read it again, decide again, and use the new ETag.");
    public static final ProblemType REQUEST_TIMEOUT = new ProblemType(
            "request-timeout",
            408,
            "The body did not arrive in time",
            "The body was sent too slowly, or not to its end. Nothing was done; send it again.");
    public static final ProblemType REQUEST_TOO_LARGE = new ProblemType(
            "request-too-large", 413, "The body is too large", "The body exceeds this service's limit. Send less.");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType(
            "unsupported-media-type",
            415,
            "The media type is not supported",
            "The Content-Type is not one that this address reads.");
    public static final ProblemType UNPROCESSABLE = new ProblemType(
            "unprocessable", 422, "The request was refused", "The request is well-formed, but can't be carried out.");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = new ProblemType(
            "idempotency-key-reused",
            422,
            "The Idempotency-Key was used before",
            "Another body was sent with this key less than a day ago. Use a new key for a new request.");
    public static final ProblemType PRECONDITION_REQUIRED = new ProblemType(
            "precondition-required",
            428,
            "If-Match is required",
            "This change needs an If-Match header with the ETag that you last read, so that no change gets lost.");
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType(
            "too-many-requests",
            429,
            "Too many requests",
            "This client sends more than it may. Wait as long as Retry-After says.");
    public static final ProblemType INTERNAL_ERROR = new ProblemType(
            "internal-error",
            500,
            "Something went wrong on our side",
            "A defect of the service. Tell its operators the traceId.");
    public static final ProblemType UNAVAILABLE = new ProblemType(
            "unavailable",
            503,
            "Temporarily unavailable",
            "The service is overloaded or something that it depends on is away. Nothing is known to have taken effect;"
                    + " try again after Retry-After, with the same Idempotency-Key.");

    private static final Duration SOON = Duration.ofSeconds(2);

    private Problems() {}

    static List<ProblemType> all() {
        return List.of(
                INVALID_REQUEST,
                UNAUTHENTICATED,
                FORBIDDEN,
                NOT_FOUND,
                METHOD_NOT_ALLOWED,
                NOT_ACCEPTABLE,
                REQUEST_TIMEOUT,
                REQUEST_IN_PROGRESS,
                GONE,
                PRECONDITION_FAILED,
                REQUEST_TOO_LARGE,
                UNSUPPORTED_MEDIA_TYPE,
                UNPROCESSABLE,
                IDEMPOTENCY_KEY_REUSED,
                PRECONDITION_REQUIRED,
                TOO_MANY_REQUESTS,
                INTERNAL_ERROR,
                UNAVAILABLE);
    }

    /** {@code invalid-request} because of one field, parameter or header. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** {@code invalid-request} because of these. */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().field() + " " + errors.getFirst().message()
                : errors.size() + " fields are not valid";
        return new ProblemException(INVALID_REQUEST.of(detail).withErrors(errors));
    }

    /** {@code not-found}, whether it does not exist or is another's. */
    public static ProblemException notFound(String what) {
        return NOT_FOUND.because("There is no such " + what);
    }

    /** {@code unauthenticated}, because what the client showed is not, or no longer, good. */
    public static ProblemException badCredential(String detail) {
        return UNAUTHENTICATED
                .because(detail)
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"orderflow\", error=\"invalid_token\", error_description=\"" + detail + "\"");
    }

    /** {@code unavailable}; the client may come back in two seconds. */
    public static ProblemException unavailable(String detail) {
        return UNAVAILABLE.because(detail).retryAfter(SOON);
    }
}
