package dev.orderflow.platform.http;

import dev.orderflow.platform.problem.Problems;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Entity tags made of a version ({@code "7"}) and conditional requests (RFC 9110, 13). A list, {@code *} and weak tags
 * are understood; If-Match compares strongly, so a weak tag never matches there. A header that can't be parsed matches
 * nothing.
 */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*+)\"");

    /**
     * RFC 9110, 5.6.1: elements of a list may be empty. It never goes back, which would take a stack as deep as the header
     * is long.
     */
    private static final Pattern TAGS = Pattern.compile("[ \\t,]*+TAG(?:[ \\t]*+,[ \\t,]*+TAG)*+[ \\t,]*+"
            .replace("TAG", "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\""));

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Whether the client has this version already: answer 304. */
    public static boolean notModified(String ifNoneMatch, long version) {
        return ifNoneMatch != null && matches(ifNoneMatch, version, true);
    }

    /**
     * For a change that must say what it changes.
     *
     * @throws dev.orderflow.platform.problem.ProblemException 428 without If-Match, 412 if it names another version
     */
    public static void requireMatch(String ifMatch, long version) {
        if (ifMatch == null) {
            throw Problems.PRECONDITION_REQUIRED.because("Send If-Match with the ETag that you last read");
        }
        checkMatch(ifMatch, OptionalLong.of(version));
    }

    /**
     * For a change that may say what it changes.
     *
     * @param version empty if there is nothing yet, which no If-Match matches
     * @throws dev.orderflow.platform.problem.ProblemException 412 if it names another version
     */
    public static void checkMatch(String ifMatch, OptionalLong version) {
        if (ifMatch != null && (version.isEmpty() || !matches(ifMatch, version.getAsLong(), false))) {
            throw Problems.PRECONDITION_FAILED.because("It is not the version that If-Match names");
        }
    }

    /**
     * For a change that must not hit what the client knows; {@code *} means that nothing may be there yet.
     *
     * @throws dev.orderflow.platform.problem.ProblemException 412 if it does
     */
    public static void checkNoneMatch(String ifNoneMatch, OptionalLong version) {
        if (version.isPresent() && notModified(ifNoneMatch, version.getAsLong())) {
            throw Problems.PRECONDITION_FAILED.because("It exists in a version that If-None-Match names");
        }
    }

    private static boolean matches(String header, long version, boolean weakly) {
        String current = Long.toString(version);
        return header.strip().equals("*")
                || TAGS.matcher(header).matches()
                        && TAG.matcher(header)
                                .results()
                                .anyMatch(tag -> tag.group(2).equals(current) && (weakly || tag.group(1) == null));
    }
}
