package dev.orderflow.notification.channel;

/**
 * HTML in few lines. The mail client hands each line of a mail to its connection by itself and waits until it is gone, so that
 * sixty short ones cost client and server sixty turns. To HTML the end of a line is a space; and what is not ASCII is
 * written as a character reference, since with it the whole document would be sent as quoted-printable, in lines of 76. Styles
 * and scripts know no references: they have to be ASCII.
 */
final class LongLines {

    /** Of 998 (RFC 5322, section 2.1.1); a line that begins with a dot gets one more (RFC 5321, section 4.5.2). */
    private static final int LONGEST = 990;

    private static final int FIRST_BEYOND_ASCII = 128;

    private LongLines() {}

    /** The same document, but for white space between its lines. A line that is too long by itself is not cut. */
    static String of(String html) {
        var joined = new StringBuilder(html.length());
        int length = 0;
        for (String line : ascii(html)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList()) {
            boolean fits = length > 0 && length + 1 + line.length() <= LONGEST;
            if (length > 0) {
                joined.append(fits ? ' ' : '\n');
            }
            joined.append(line);
            length = fits ? length + 1 + line.length() : line.length();
        }
        return joined.toString();
    }

    private static String ascii(String html) {
        var written = new StringBuilder(html.length());
        html.codePoints().forEach(character -> {
            if (character < FIRST_BEYOND_ASCII) {
                written.append((char) character);
            } else {
                written.append("&#").append(character).append(';');
            }
        });
        return written.toString();
    }
}
