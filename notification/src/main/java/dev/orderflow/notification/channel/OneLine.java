package dev.orderflow.notification.channel;

import java.util.regex.Pattern;

/** What somebody else wrote, so that it can't look like words of ours. */
final class OneLine {

    /** What breaks lines or turns their direction. */
    private static final Pattern UNRULY =
            Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+");

    private OneLine() {}

    /** Null stays null. */
    static String of(String text) {
        return text == null ? null : UNRULY.matcher(text).replaceAll(" ").strip();
    }
}
