package dev.orderflow.notification.domain;

import java.util.UUID;

/** What an attempt to hand over an event came to. */
public sealed interface HookAnswer {

    /** @param endpoint that was called */
    record Responded(UUID endpoint, int status) implements HookAnswer {

        private static final int GONE = 410;

        boolean isTaken() {
            return status >= 200 && status < 300;
        }

        public boolean isGone() {
            return status == GONE;
        }
    }

    /** @param why in one stable word */
    record Unreached(String why) implements HookAnswer {}

    /** It was not called: there is no endpoint, or none that is open, or the channel is not wanted any more. */
    record Unwanted(String why) implements HookAnswer {}

    /** It was not called: too many calls are on their way already, there or anywhere. */
    record Busy() implements HookAnswer {}

    /** It was not called: this attempt belongs to a round that is over. */
    record Outdated() implements HookAnswer {}
}
