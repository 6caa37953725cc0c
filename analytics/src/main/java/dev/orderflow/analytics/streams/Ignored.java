package dev.orderflow.analytics.streams;

import java.util.Locale;

/** Why an event changes no figure. */
enum Ignored {
    /** It was counted before; or another event has said the same. */
    REPEATED,
    /** No figure depends on this type. */
    NO_FIGURE,
    /** Of a type or version that this release does not know. After an upgrade everything is counted anew to have it. */
    UNKNOWN,
    /** Not the JSON of its type, or without what every event has. */
    UNREADABLE;

    /** For metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isLoss() {
        return this == UNKNOWN || this == UNREADABLE;
    }
}
