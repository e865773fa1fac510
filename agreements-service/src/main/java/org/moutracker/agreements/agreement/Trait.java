package org.moutracker.agreements.agreement;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.search.Folding;

/** Something that an agreement has or has not, by which lists are filtered. */
public enum Trait {
    TYPE,
    PARTY,
    COUNTRY,
    ORGANIZATION,
    AREA,
    INITIATIVE,
    EXTERNAL;

    /** As it is stored: names without case and accents, so that nobody needs to know how they were registered. */
    String of(Object value) {
        return switch (this) {
            case TYPE -> "type:" + value;
            case PARTY -> "party:" + value;
            case COUNTRY -> "country:" + value;
            case ORGANIZATION -> "organization:" + value;
            case AREA -> "area:" + Folding.foldName(value.toString());
            case INITIATIVE -> "initiative:" + Folding.foldName(value.toString());
            case EXTERNAL -> "external:" + value;
        };
    }

    /** What each agreement of those must have that have all of it; what is null is not asked for. */
    public static List<String> tags(
            @Nullable String country,
            @Nullable String area,
            @Nullable String initiative,
            @Nullable AgreementType type) {
        var tags = new EnumMap<Trait, Object>(Trait.class);
        Optional.ofNullable(country).ifPresent(value -> tags.put(COUNTRY, value));
        Optional.ofNullable(area).ifPresent(value -> tags.put(AREA, value));
        Optional.ofNullable(initiative).ifPresent(value -> tags.put(INITIATIVE, value));
        Optional.ofNullable(type).ifPresent(value -> tags.put(TYPE, value));
        return tags.entrySet().stream()
                .map(tag -> tag.getKey().of(tag.getValue()))
                .toList();
    }

    static String[] of(Agreement agreement, Collection<Organization> organizations) {
        return Stream.of(
                        Stream.of(TYPE.of(agreement.type)),
                        agreement.parties.stream().map(party -> PARTY.of(party.code())),
                        organizations.stream().map(organization -> COUNTRY.of(organization.country())),
                        organizations.stream().map(organization -> ORGANIZATION.of(organization.id())),
                        agreement.areas.stream().map(area -> AREA.of(area.name())),
                        agreement.initiatives.stream().map(INITIATIVE::of),
                        Arrays.stream(agreement.externalNames).map(EXTERNAL::of))
                .flatMap(tags -> tags)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
