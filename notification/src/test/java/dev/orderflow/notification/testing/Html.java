package dev.orderflow.notification.testing;

import java.util.regex.Pattern;

/** HTML of mails. */
public final class Html {

    private static final Pattern REFERENCE = Pattern.compile("&#(\\d{3,});");

    private Html() {}

    /** With the characters that are written as references; those that keep what others wrote from being markup stay. */
    public static String shown(String html) {
        return REFERENCE.matcher(html).replaceAll(found -> Character.toString(Integer.parseInt(found.group(1))));
    }
}
