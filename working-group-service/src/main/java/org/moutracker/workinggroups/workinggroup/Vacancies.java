package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The seats that sides have been asked to fill.
 *
 * @param last the highest number that a vacancy of this group ever had
 */
record Vacancies(int last, List<Vacancy> open) {

    static final Vacancies NONE = new Vacancies(0, List.of());

    Vacancies {
        open = List.copyOf(open);
    }

    /** A seat that is to be filled, counted from the day on which it was found to be empty. */
    record Vacancy(int number, String side, MemberRole what, LocalDate since) {}

    /** What has become of them. */
    record Turn(Vacancies now, List<Vacancy> opened, List<Vacancy> filled) {}

    /** Whatever was asked of the sides of a group that ends is closed with everything else that it set. */
    Vacancies closed() {
        return new Vacancies(last, List.of());
    }

    /** Brings them to what is missing: one for each seat, and those that are filled are over. */
    Turn follow(List<Missing> missing, LocalDate today) {
        var wanted = new ArrayList<>(missing);
        var stay = new ArrayList<Vacancy>();
        var filled = new ArrayList<Vacancy>();
        for (var vacancy : open) {
            (wanted.remove(new Missing(vacancy.side(), vacancy.what())) ? stay : filled).add(vacancy);
        }
        var number = last;
        var opened = new ArrayList<Vacancy>();
        for (var seat : wanted) {
            opened.add(new Vacancy(++number, seat.side(), seat.what(), today));
        }
        stay.addAll(opened);
        return new Turn(new Vacancies(number, stay), opened, filled);
    }
}
