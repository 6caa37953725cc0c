package dev.orderflow.platform.security;

/** The groups of a token that mean something to us, for {@code @RolesAllowed}. */
public final class Roles {

    /** May see and change what is the token's subject's own. */
    public static final String CUSTOMER = "customer";

    /** May see everything and repair it. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
