package dev.orderflow.order.api;

import dev.orderflow.order.application.Actor;
import dev.orderflow.platform.security.Caller;

/** Who acts, taken from the token while the request runs. */
final class Actors {

    private Actors() {}

    static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.isOperator());
    }
}
