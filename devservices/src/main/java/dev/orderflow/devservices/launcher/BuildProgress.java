package dev.orderflow.devservices.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from what Maven says how far it is: a line per module, and one per so many downloads. */
final class BuildProgress {

    private static final Pattern MODULE = Pattern.compile("\\[INFO\\] Building (.+?) \\S+ +\\[(\\d+)/(\\d+)\\]");
    private static final Pattern DOWNLOAD = Pattern.compile("(?:\\[INFO\\] )?Downloaded from .*/([^/ ]+) .*");
    private static final int DOWNLOADS_PER_LINE = 25;

    private int downloads;
    private String firstError = "";

    void accept(String line) {
        Matcher module = MODULE.matcher(line);
        Matcher download = DOWNLOAD.matcher(line);
        if (module.matches()) {
            Console.say("  building " + module.group(1) + " (" + module.group(2) + " of " + module.group(3) + ")");
        } else if (download.matches()) {
            countDownload(download.group(1));
        } else if (firstError.isEmpty() && line.startsWith("[ERROR] ")) {
            firstError = line.substring("[ERROR] ".length()).strip();
        }
    }

    String firstError() {
        return firstError.isEmpty() ? "it says no more" : firstError;
    }

    private void countDownload(String file) {
        downloads++;
        if (downloads % DOWNLOADS_PER_LINE == 1) {
            Console.say("  downloaded " + downloads + " files, last " + file);
        }
    }
}
