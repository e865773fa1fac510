package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;
import org.moutracker.workinggroups.workinggroup.AgreedTerms.Agreed;
import org.moutracker.workinggroups.workinggroup.MandatingAgreements.Mandating;

/** Founds groups that no commitment asks for. */
@ApplicationScoped
public class FoundGroup {

    private final WorkingGroupRepository groups;
    private final MandatingAgreements agreements;
    private final Lineage lineage;
    private final AgreedTerms agreedTerms;
    private final GroupLedger ledger;
    private final FillSeats fillSeats;
    private final InstantSource clock;

    FoundGroup(
            WorkingGroupRepository groups,
            MandatingAgreements agreements,
            Lineage lineage,
            AgreedTerms agreedTerms,
            GroupLedger ledger,
            FillSeats fillSeats,
            InstantSource clock) {
        this.groups = groups;
        this.agreements = agreements;
        this.lineage = lineage;
        this.agreedTerms = agreedTerms;
        this.ledger = ledger;
        this.fillSeats = fillSeats;
        this.clock = clock;
    }

    /** A part of a group, which sees to the same agreements; the group is locked. */
    @Transactional(MANDATORY)
    public UUID below(
            UUID parent,
            List<UUID> agreements,
            String name,
            String type,
            List<String> functions,
            @Nullable Composition composition,
            String who) {
        return by(
                new NewGroup(
                        name,
                        choice("type", GroupType.class, type),
                        agreements,
                        parent,
                        functions.stream()
                                .map(one -> choice("functions", GroupFunction.class, one))
                                .toList(),
                        composition,
                        null),
                who);
    }

    private static <E extends Enum<E>> E choice(String field, Class<E> of, String name) {
        return Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        field,
                        "must be one of "
                                + Arrays.stream(of.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(joining(", "))));
    }

    @Transactional(MANDATORY)
    UUID by(NewGroup form, String who) {
        if (form.parent() != null) {
            lineage.place(null, form.parent());
        }
        var seenTo = require("agreements", form.agreements());
        if (grounds(seenTo).areGone()) {
            throw new RuleViolated("nothing is left to see to: the agreements have ended");
        }
        var parties = parties(seenTo);
        var composition = requireNonNullElse(form.composition(), Composition.USUAL);
        var terms = TermsOfReference.USUAL;
        var now = clock.instant();
        if (form.terms() != null) {
            terms = form.terms().checked("terms.", TermsOfReference.USUAL.version() + 1, parties);
            composition = requireNonNullElse(form.terms().composition(), composition);
            var effectiveOn = terms.effectiveOn();
            if (effectiveOn != null && effectiveOn.isAfter(GroupParty.latestDay(parties, now))) {
                throw new InvalidRequest("terms.effectiveOn", "must not be a day to come");
            }
        }
        var group = new WorkingGroup(new Mandate(
                seenTo.stream().map(Mandating::id).toList(),
                null,
                form.parent(),
                form.name().strip(),
                form.type().name(),
                requireNonNullElse(form.functions(), List.<GroupFunction>of()).stream()
                        .map(Enum::name)
                        .distinct()
                        .toList(),
                composition,
                parties,
                terms,
                grounds(seenTo)));
        groups.persist(group);
        ledger.tell(group.mandate(), who);
        groups.flush();
        group.stored = true;
        if (form.terms() != null) {
            agreedTerms.keep(
                    group.id(),
                    new Agreed(
                            terms.version(),
                            terms,
                            composition,
                            form.terms().document(),
                            form.terms().reason(),
                            now,
                            who));
        }
        fillSeats.of(group, now, who);
        return group.id();
    }

    /** What is known of the agreements, each once; refuses one that is not known. */
    List<Mandating> require(String field, List<UUID> ids) {
        var known = agreements.of(ids);
        var wrong = new ArrayList<Violation>();
        var found = new LinkedHashMap<UUID, Mandating>();
        for (var i = 0; i < ids.size(); i++) {
            var agreement = known.get(ids.get(i));
            if (agreement == null) {
                wrong.add(new Violation(ids.size() == 1 ? field : field + "[" + i + "]", "is not known here"));
            } else {
                found.put(agreement.id(), agreement);
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        return List.copyOf(found.values());
    }

    /** The parties of all of them; of one that agreed more than once, as it first did. */
    static List<GroupParty> parties(List<Mandating> agreements) {
        var parties = new LinkedHashMap<String, GroupParty>();
        agreements.forEach(agreement -> agreement.parties().forEach(party -> parties.putIfAbsent(party.code(), party)));
        return List.copyOf(parties.values());
    }

    static Grounds grounds(List<Mandating> agreements) {
        return Grounds.of(agreements.stream().map(Mandating::grounds).toList());
    }
}
