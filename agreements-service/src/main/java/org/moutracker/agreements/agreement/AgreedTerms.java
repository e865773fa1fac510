package org.moutracker.agreements.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.Amended;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.agreements.life.Term;
import org.moutracker.agreements.life.Terms;

/**
 * What was agreed about an agreement's own life, through all amendments.
 *
 * @param former what amendments took the place of, oldest first
 * @param amendment number of the amendment that the present ones come from, if they do
 */
record AgreedTerms(
        List<FormerTerms> former,
        @Nullable EntryIntoForce entryIntoForce,
        @Nullable Term term,
        @Nullable Integer amendment) {

    /** With others from a day on, by an amendment or supposedly. */
    AgreedTerms amended(
            @Nullable EntryIntoForce otherEntry, @Nullable Term otherTerm, LocalDate from, @Nullable Integer by) {
        // One that is heard of late has no effect before those that are known: each was agreed on top of the others.
        var until = former.isEmpty() || former.getLast().until().isBefore(from)
                ? from
                : former.getLast().until();
        var all = new ArrayList<>(former);
        all.add(new FormerTerms(until, entryIntoForce, term, amendment));
        return new AgreedTerms(List.copyOf(all), otherEntry, otherTerm, by);
    }

    /** As a life is lived by them. */
    Terms terms(Map<String, String> sides, List<String> areas) {
        if (former.isEmpty()) {
            return new Terms(sides, areas, entryIntoForce, term, amendment, List.of());
        }
        var first = former.getFirst();
        var amended = new ArrayList<Amended>();
        for (var i = 1; i < former.size(); i++) {
            var next = former.get(i);
            amended.add(new Amended(former.get(i - 1).until(), next.amendment(), next.entryIntoForce(), next.term()));
        }
        amended.add(new Amended(former.getLast().until(), amendment, entryIntoForce, term));
        return new Terms(sides, areas, first.entryIntoForce(), first.term(), first.amendment(), List.copyOf(amended));
    }
}
