package org.moutracker.workinggroups.meeting;

import java.util.List;

/** What the meetings of a group are called that nobody has named. */
final class Ordinals {

    private static final List<String> WORDS = List.of(
            "First",
            "Second",
            "Third",
            "Fourth",
            "Fifth",
            "Sixth",
            "Seventh",
            "Eighth",
            "Ninth",
            "Tenth",
            "Eleventh",
            "Twelfth");

    private Ordinals() {}

    static String meeting(int number) {
        return (number <= WORDS.size() ? WORDS.get(number - 1) : number + ending(number)) + " meeting";
    }

    private static String ending(int number) {
        var isTeen = number % 100 >= 11 && number % 100 <= 13;
        return switch (isTeen ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
