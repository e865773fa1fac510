package org.moutracker.timerules.clause;

import static java.util.Map.entry;

import java.util.Map;

/** The words for places in a row. */
final class Ordinals {

    static final Map<String, Integer> SMALL = Map.ofEntries(
            entry("first", 1),
            entry("second", 2),
            entry("third", 3),
            entry("fourth", 4),
            entry("fifth", 5),
            entry("sixth", 6),
            entry("seventh", 7),
            entry("eighth", 8),
            entry("ninth", 9),
            entry("tenth", 10),
            entry("eleventh", 11),
            entry("twelfth", 12),
            entry("thirteenth", 13),
            entry("fourteenth", 14),
            entry("fifteenth", 15),
            entry("sixteenth", 16),
            entry("seventeenth", 17),
            entry("eighteenth", 18),
            entry("nineteenth", 19),
            entry("twentieth", 20),
            entry("thirtieth", 30),
            entry("fortieth", 40),
            entry("fiftieth", 50),
            entry("sixtieth", 60),
            entry("seventieth", 70),
            entry("eightieth", 80),
            entry("ninetieth", 90));

    private Ordinals() {}
}
