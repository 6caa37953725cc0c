package dev.orderflow.notification.channel;

/**
 * HTML in few lines. The mail client hands each line of a mail to its connection by itself and waits until it is gone, so that
 * sixty short ones cost client and server sixty turns. To HTML the end of a line is a space.
 */
final class LongLines {

    /** Of 998 (RFC 5322, section 2.1.1); a line that begins with a dot gets one more (RFC 5321, section 4.5.2). */
    private static final int LONGEST = 990;

    private LongLines() {}

    /** The same document, but for white space between its lines. A line that is too long by itself stays as it is. */
    static String of(String html) {
        var joined = new StringBuilder(html.length());
        int length = 0;
        for (String line :
                html.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            boolean fits = length > 0 && length + 1 + line.length() <= LONGEST;
            if (length > 0) {
                joined.append(fits ? ' ' : '\n');
            }
            joined.append(line);
            length = fits ? length + 1 + line.length() : line.length();
        }
        return joined.toString();
    }
}
