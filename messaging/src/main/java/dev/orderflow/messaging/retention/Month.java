package dev.orderflow.messaging.retention;

/** One month of the journal or the inbox: a partition. */
record Month(Table table, String name) {

    /** What is kept by the month. */
    enum Table {
        JOURNAL,
        INBOX;

        String sql() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What became of a month that is too old. */
    enum Fate {
        DROPPED,
        /** The relay has not published all of it. */
        UNPUBLISHED,
        /** Whoever uses the table did not let go of it in time. */
        IN_USE
    }
}
