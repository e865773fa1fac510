package org.moutracker.notifications.agreement;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An agreement as far as alerts need it. */
public record Agreement(UUID id, @Nullable String reference, Map<String, String> title, List<Party> parties) {

    public Agreement {
        title = title == null ? Map.of() : Map.copyOf(title);
        parties = parties == null ? List.of() : List.copyOf(parties);
    }

    /** Who stands in the agreement; several parties can stand on one side, a party alone is its own. */
    public record Party(
            String code, @Nullable String side, @Nullable Organization organization) {

        public String standsOn() {
            return side == null ? code : side;
        }

        /** Empty for a zone that nobody knows, which must not keep anybody from being told. */
        public Optional<ZoneId> zone() {
            try {
                return Optional.ofNullable(organization).map(Organization::zone).map(ZoneId::of);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        public Optional<String> country() {
            return Optional.ofNullable(organization).map(Organization::country);
        }

        /** Empty while it is not known who acts for the party. */
        public Optional<UUID> organizationId() {
            return Optional.ofNullable(organization).map(Organization::id);
        }

        public Optional<String> calendar() {
            return Optional.ofNullable(organization).map(Organization::calendar);
        }
    }

    /**
     * The body that acts for a party: its clock and its working days count for the party's people.
     *
     * @param registeredAs the id by which the party was registered, when that organization turned out to be a duplicate
     */
    public record Organization(
            @Nullable UUID id,
            @Nullable UUID registeredAs,
            @Nullable String country,
            @Nullable String zone,
            @Nullable String calendar) {}

    public Optional<Party> party(String code) {
        return parties.stream().filter(party -> party.code().equals(code)).findFirst();
    }

    /** The side that a party stands on: its own code while we have not heard otherwise. */
    public String sideOf(String code) {
        return party(code).map(Party::standsOn).orElse(code);
    }

    /** The parties of a side. */
    public List<Party> on(String side) {
        return parties.stream().filter(party -> party.standsOn().equals(side)).toList();
    }

    /** The organizations behind its parties, also by the ids with which they were registered. */
    public List<UUID> organizations() {
        return parties.stream()
                .map(Party::organization)
                .flatMap(Stream::ofNullable)
                .flatMap(one -> Stream.of(one.id(), one.registeredAs()))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    public Optional<Party> firstOf(String side) {
        return parties.stream().filter(party -> party.standsOn().equals(side)).findFirst();
    }

    public String titleIn(String language) {
        return title.getOrDefault(
                language, title.values().stream().sorted().findFirst().orElse(""));
    }
}
