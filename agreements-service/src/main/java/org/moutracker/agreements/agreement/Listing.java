package org.moutracker.agreements.agreement;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.search.Words;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/** What lists filter, search and sort an agreement by; it all follows from the rest of its row. */
@Embeddable
class Listing {

    /** Stands for a day of which nothing is known, and sorts before all others. */
    static final LocalDate UNKNOWN = LocalDate.of(1, 1, 1);

    String[] tags = {};

    @ColumnTransformer(write = "cast(? as tsvector)")
    String words = "";

    LocalDate signedSort = UNKNOWN;
    LocalDate signedLast = UNKNOWN;
    LocalDate inForceSort = UNKNOWN;
    LocalDate inForceLast = UNKNOWN;

    void describe(Agreement agreement, Collection<Organization> organizations) {
        tags = Trait.of(agreement, organizations);
        words = Words.vector(texts(agreement, organizations));
    }

    void settle(
            Map<AnchorEvent, PartialDate> facts, List<Signature> signatures, @Nullable LocalDate enteredIntoForceOn) {
        var signed = Optional.ofNullable(facts.get(AnchorEvent.SIGNATURE)).or(() -> signatures.stream()
                .map(Signature::signedOn)
                .flatMap(Stream::ofNullable)
                .findFirst());
        signedSort = signed.map(Listing::first).orElse(UNKNOWN);
        signedLast = signed.map(Listing::last).orElse(UNKNOWN);
        var inForce = Optional.ofNullable(enteredIntoForceOn)
                .map(PartialDate::of)
                .or(() -> Optional.ofNullable(facts.get(AnchorEvent.ENTRY_INTO_FORCE)));
        inForceSort = inForce.map(Listing::first).orElse(UNKNOWN);
        inForceLast = inForce.map(Listing::last).orElse(UNKNOWN);
    }

    private static LocalDate first(PartialDate day) {
        return day.earliest().or(day::latest).orElse(UNKNOWN);
    }

    private static LocalDate last(PartialDate day) {
        return day.latest().or(day::earliest).orElse(UNKNOWN);
    }

    private static List<String> texts(Agreement agreement, Collection<Organization> organizations) {
        return Stream.of(
                        Stream.of(agreement.reference),
                        agreement.title.values().stream(),
                        organizations.stream().map(Organization::name),
                        organizations.stream().flatMap(organization -> organization.otherNames().stream()),
                        agreement.parties.stream().map(Party::onBehalfOf).flatMap(Stream::ofNullable),
                        agreement.areas.stream().map(Area::name),
                        agreement.initiatives.stream())
                .flatMap(texts -> texts)
                .distinct()
                .toList();
    }
}
