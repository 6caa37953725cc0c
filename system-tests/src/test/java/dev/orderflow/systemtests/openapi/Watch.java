package dev.orderflow.systemtests.openapi;

/** Looks at the state that refused requests must leave alone. */
public interface Watch {

    Sight now();

    /** Once nothing is under way any more. */
    Sight settled();

    /** Whether all that has changed is proven to be steps that followed from events, and not from a request. */
    boolean isOwnStep(Sight before, Sight after);
}
