package org.moutracker.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./mou bench} was asked for; without a name, to list what there is.
 *
 * @param later how many later deadlines are stored in one round more
 * @param groups how many groups there are
 * @param agreements how many agreements there are
 * @param mails how many mails go out
 * @param planned how many deadlines are planned
 */
record Arguments(
        Optional<String> name,
        Optional<Path> json,
        Optional<Long> later,
        Optional<Integer> groups,
        Optional<Integer> agreements,
        Optional<Integer> mails,
        Optional<Integer> planned) {

    static Arguments parse(List<String> words) {
        var names = new ArrayList<String>();
        Optional<Path> json = Optional.empty();
        Optional<Long> later = Optional.empty();
        Optional<Integer> groups = Optional.empty();
        Optional<Integer> agreements = Optional.empty();
        Optional<Integer> mails = Optional.empty();
        Optional<Integer> planned = Optional.empty();
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (next.equals("--json")) {
                if (!word.hasNext()) {
                    throw new IllegalArgumentException("--json needs a file");
                }
                json = Optional.of(Path.of(word.next()));
            } else if (next.equals("--later")) {
                later = Optional.of(number(word.hasNext() ? word.next() : ""));
            } else if (next.equals("--groups")) {
                groups = Optional.of(many("--groups", "groups", word.hasNext() ? word.next() : ""));
            } else if (next.equals("--agreements")) {
                agreements = Optional.of(many("--agreements", "agreements", word.hasNext() ? word.next() : ""));
            } else if (next.equals("--mails")) {
                mails = Optional.of(many("--mails", "mails", word.hasNext() ? word.next() : ""));
            } else if (next.equals("--planned")) {
                planned = Optional.of(many("--planned", "deadlines", word.hasNext() ? word.next() : ""));
            } else if (next.startsWith("-")) {
                throw new IllegalArgumentException("There is no option " + next + ": see ./mou bench --help");
            } else {
                names.add(next);
            }
        }
        if (names.size() > 1) {
            throw new IllegalArgumentException("Name one benchmark, or all");
        }
        return new Arguments(names.stream().findFirst(), json, later, groups, agreements, mails, planned);
    }

    private static int many(String option, String what, String word) {
        if (!word.matches("[1-9]\\d{2,6}") || Integer.parseInt(word) < 200) {
            throw new IllegalArgumentException("%s needs a number of %s from 200 to 9999999".formatted(option, what));
        }
        return Integer.parseInt(word);
    }

    private static long number(String word) {
        if (!word.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("--later needs a number of deadlines, such as 10000000");
        }
        return Long.parseLong(word);
    }
}
