package dev.orderflow.platform.idempotency;

import java.util.Optional;

/** One call, and what makes another one its twin: its key, its caller, what it calls, and the digest of its body. */
public final class KeyedCall {

    private final Claim claim;

    /** @param claim null if its client gave no key: then it has no twins */
    KeyedCall(Claim claim) {
        this.claim = claim;
    }

    Optional<Claim> claim() {
        return Optional.ofNullable(claim);
    }
}
