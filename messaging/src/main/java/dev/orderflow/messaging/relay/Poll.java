package dev.orderflow.messaging.relay;

import java.util.List;

/** What one statement showed, in one snapshot: the rows in position order, and that snapshot's xmin. */
record Poll(long snapshotXmin, List<JournalRow> rows) {

    List<Long> positions() {
        return rows.stream().map(JournalRow::position).toList();
    }

    List<JournalRow> publicRows() {
        return rows.stream().filter(JournalRow::isPublic).toList();
    }
}
