package org.moutracker.notifications.mail;

import java.util.regex.Pattern;

/** Takes what others have written into a mail, so that it cannot be more there than words. */
public final class Words {

    // Longer subjects are cut by the programs that show them.
    private static final int LONGEST_TITLE = 120;

    private static final Pattern COMMANDS =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private Words() {}

    /** On one line and without what a terminal or a header would take for a command. */
    public static String line(String text) {
        return COMMANDS.matcher(text).replaceAll(" ").strip();
    }

    /** Short enough for a subject. */
    static String title(String text) {
        var title = line(text);
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, end(title)) + "…";
    }

    /** Not between the two halves of a character. */
    private static int end(String title) {
        return Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 2)) ? LONGEST_TITLE - 2 : LONGEST_TITLE - 1;
    }
}
