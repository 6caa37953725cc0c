package dev.orderflow.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as clients write them. */
public final class Rfc3339 {

    private static final int LAST_YEAR = 9999;

    private Rfc3339() {}

    /**
     * A time with its offset, in a year of four digits: Java reads years that no database keeps.
     *
     * @throws DateTimeException if it is none
     */
    public static Instant parse(String text) {
        var time = OffsetDateTime.parse(text);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("the year is not one of 0000 to 9999");
        }
        return time.toInstant();
    }
}
