package dev.orderflow.bench.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.postgresql.copy.CopyManager;

/** Rows of one table in the text format of COPY, gathered and then sent at once. */
final class Rows {

    private final String statement;
    private final StringBuilder text = new StringBuilder();
    private boolean fresh = true;
    private long sent;

    /** @param columns in the order in which they are added, separated by commas */
    Rows(String table, String columns) {
        this.statement = "COPY %s (%s) FROM STDIN".formatted(table, columns);
    }

    /** Null is SQL's null. */
    Rows add(Object value) {
        if (!fresh) {
            text.append('\t');
        }
        fresh = false;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    Rows add(Instant at) {
        return add((Object) at);
    }

    /** A list of plain words, as an array. */
    Rows addArray(Collection<?> words) {
        return add("{" + String.join(",", words.stream().map(Object::toString).toList()) + "}");
    }

    void end() {
        text.append('\n');
        fresh = true;
    }

    /** Sends what was gathered; the transaction is the caller's. */
    void send(CopyManager copy) throws SQLException, IOException {
        if (text.isEmpty()) {
            return;
        }
        InputStream bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        sent += copy.copyIn(statement, bytes);
        text.setLength(0);
    }

    long sent() {
        return sent;
    }

    String text() {
        return text.toString();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
