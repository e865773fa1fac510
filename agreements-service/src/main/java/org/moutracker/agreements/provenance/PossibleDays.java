package org.moutracker.agreements.provenance;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.moutracker.timerules.PartialDate;

/** The days that one known only in part can be. */
record PossibleDays(PartialDate date, Pattern written) {

    // About, uncertain, or both.
    private static final Pattern QUALIFIERS = Pattern.compile("[~?%]");

    static PossibleDays of(String edtf) {
        var digits = QUALIFIERS.matcher(edtf).replaceAll("").replace("X", "\\d");
        return new PossibleDays(PartialDate.parse(edtf), Pattern.compile(digits + "(-.*)?"));
    }

    /** How a source's days stand to those of the register. */
    Comparison against(PossibleDays register) {
        if (register.isWithin(this)) {
            return Comparison.AGREES;
        }
        return isAbout() || register.isAbout() || haveOneInCommon(List.of(this, register))
                ? Comparison.COMPATIBLE
                : Comparison.CONTRADICTS;
    }

    /** Whether one day can be what all of them mean; of what is said only about when that is always so. */
    static boolean haveOneInCommon(List<PossibleDays> all) {
        var exact = all.stream().filter(days -> !days.isAbout()).toList();
        var first = exact.stream().map(PossibleDays::first).max(naturalOrder()).orElse(LocalDate.MIN);
        var last = exact.stream().map(PossibleDays::last).min(naturalOrder()).orElse(LocalDate.MAX);
        if (first.isAfter(last)) {
            return false;
        }
        return exact.stream().noneMatch(PossibleDays::hasGaps)
                || days(first, last).anyMatch(day -> exact.stream().allMatch(days -> days.includes(day)));
    }

    private boolean isWithin(PossibleDays other) {
        if (first().isBefore(other.first()) || last().isAfter(other.last())) {
            return false;
        }
        return !(hasGaps() || other.hasGaps())
                || days(first(), last()).allMatch(day -> !includes(day) || other.includes(day));
    }

    // Only asked of what has gaps or lies within it, so that both ends are known.
    private static Stream<LocalDate> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1));
    }

    /** Whether days between the first and the last are none of them, as in {@code 2009-XX-21}. */
    private boolean hasGaps() {
        var text = date.toString();
        return text.indexOf('/') < 0 && text.indexOf('X') >= 0;
    }

    private boolean includes(LocalDate day) {
        return !day.isBefore(first())
                && !day.isAfter(last())
                && (!hasGaps() || written.matcher(day.toString()).matches());
    }

    private boolean isAbout() {
        return QUALIFIERS.matcher(date.toString()).find();
    }

    private LocalDate first() {
        return date.earliest().orElse(LocalDate.MIN);
    }

    private LocalDate last() {
        return date.latest().orElse(LocalDate.MAX);
    }
}
