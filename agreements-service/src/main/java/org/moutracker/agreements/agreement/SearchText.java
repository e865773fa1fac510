package org.moutracker.agreements.agreement;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moutracker.agreements.organization.Organization;

/** The words by which an agreement is found: reference, titles, parties, areas, initiatives. */
final class SearchText {

    private SearchText() {}

    static String of(Agreement agreement, List<Organization> organizations) {
        return Stream.of(
                        Stream.of(agreement.reference),
                        agreement.title.values().stream(),
                        organizations.stream().map(Organization::name),
                        agreement.parties.stream().map(Party::onBehalfOf).flatMap(Stream::ofNullable),
                        agreement.areas.stream().map(Area::name),
                        agreement.initiatives.stream())
                .flatMap(words -> words)
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
