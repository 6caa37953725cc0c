package dev.orderflow.order.api;

/** Optional texts of a request. */
final class Texts {

    private Texts() {}

    /** Null for a blank one: forms send empty fields for what was not filled in. */
    static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
