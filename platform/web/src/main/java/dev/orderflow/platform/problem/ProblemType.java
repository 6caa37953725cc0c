package dev.orderflow.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One kind of problem. Its name is a promise to clients, which decide by it: it never changes.
 *
 * @param name the slug in {@code /problems/<name>}
 * @param status the HTTP status it always has
 * @param title one short sentence that is the same for every occurrence
 * @param explanation for the page at {@code /problems/<name>}: when it happens, and what a client can do about it
 */
@RegisterForReflection
public record ProblemType(String name, int status, String title, String explanation) {

    /** The {@code type} member: a relative reference, which resolves to a page on the service that answered. */
    public String uri() {
        return "/problems/" + name;
    }

    /** @param detail what happened this time, for people; never personal data */
    public Problem of(String detail) {
        return Problem.of(this, detail);
    }

    /** The same as an exception, to leave a request with. */
    public ProblemException because(String detail) {
        return new ProblemException(of(detail));
    }
}
