package org.moutracker.agreements.provenance;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementType;
import org.moutracker.agreements.agreement.Area;
import org.moutracker.agreements.agreement.Bindingness;
import org.moutracker.agreements.agreement.RegisteredAgreements.Registered;
import org.moutracker.agreements.agreement.Signature;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Line;
import org.moutracker.agreements.life.Term;

/**
 * The facts that an agreement has, each under the path of its field in the agreement, where a code, a name or an id
 * stands in place of a position.
 */
final class Facts {

    /** Every path there is, for documents and messages. */
    static final List<String> ALL = List.of(
            "title.<language>",
            "type",
            "bindingness",
            "parties.<code>.organization.name",
            "parties.<code>.onBehalfOf",
            "signatures.<party>.person.name",
            "signatures.<party>.person.capacity",
            "signatures.<party>.signedOn",
            "signatures.<party>.place",
            "areas",
            "areas.<name>.direction",
            "initiatives",
            "entryIntoForce.kind",
            "entryIntoForce.on",
            "enteredIntoForceOn",
            "term.period",
            "term.until",
            "term.terminationNotice",
            "commitments.<code>.title",
            "commitments.<code>.rule",
            "commitments.<code>.target.target",
            "legalEvents.<id>.occurredOn",
            "legalEvents.<id>.effectiveOn");

    // So many are named where one is not known.
    private static final int MOST_NAMED = 30;

    private final TreeMap<String, Fact> facts = new TreeMap<>();

    private Facts() {}

    static Facts of(Registered agreement) {
        var form = agreement.form();
        var facts = new Facts();
        form.title().forEach((language, title) -> facts.text("title." + language, title));
        facts.word("type", words(AgreementType.values()), form.type());
        // That it is not specified is what the register says when it does not know.
        facts.word(
                "bindingness",
                Set.of(Bindingness.BINDING.name(), Bindingness.NON_BINDING.name()),
                form.bindingness() == Bindingness.UNSPECIFIED ? null : form.bindingness());
        form.parties().forEach(party -> {
            facts.text(
                    "parties." + party.code() + ".organization.name",
                    agreement.organizations().get(party.code()));
            facts.text("parties." + party.code() + ".onBehalfOf", party.onBehalfOf());
        });
        form.signatures().forEach(facts::signature);
        facts.areas(form.areas(), agreement.organizations().keySet());
        facts.add(Fact.of("initiatives", FactKind.NAMES, names(form.initiatives())));
        facts.entry(form.entryIntoForce());
        facts.date("enteredIntoForceOn", agreement.enteredIntoForceOn());
        facts.term(form.term());
        form.commitments().forEach(facts::commitment);
        agreement.recorded().forEach(facts::line);
        return facts;
    }

    private void signature(Signature signature) {
        var path = "signatures." + signature.party();
        var person = Optional.ofNullable(signature.person());
        add(new Fact(
                path + ".person.name",
                FactKind.TEXT,
                person.map(one -> json(one.name())).orElse(null),
                person.stream()
                        .flatMap(one -> one.variants().stream())
                        .map(Facts::json)
                        .toList(),
                Set.of()));
        text(
                path + ".person.capacity",
                person.map(Signature.Signatory::capacity).orElse(null));
        date(path + ".signedOn", signature.signedOn());
        text(path + ".place", signature.place());
    }

    private void areas(List<Area> areas, Set<String> parties) {
        add(Fact.of(
                "areas", FactKind.NAMES, names(areas.stream().map(Area::name).toList())));
        for (var area : areas) {
            var directions = areas.stream()
                    .filter(other -> other.name().equals(area.name()))
                    .map(other -> FactKind.JSON.<JsonNode>valueToTree(other.direction()))
                    .toList();
            add(new Fact(
                    "areas.%s.direction".formatted(area.name()),
                    FactKind.DIRECTION,
                    directions.getFirst(),
                    directions,
                    parties));
        }
    }

    private void entry(@Nullable EntryIntoForce entry) {
        word("entryIntoForce.kind", words(EntryIntoForce.Kind.values()), entry == null ? null : entry.kind());
        date("entryIntoForce.on", entry == null ? null : entry.on());
    }

    private void term(@Nullable Term term) {
        add(Fact.of("term.period", FactKind.PERIOD, json(term == null ? null : term.period())));
        date("term.until", term == null ? null : term.until());
        add(Fact.of("term.terminationNotice", FactKind.PERIOD, json(term == null ? null : term.terminationNotice())));
    }

    private void commitment(CommitmentForm commitment) {
        var path = "commitments." + commitment.code();
        text(path + ".title", commitment.title());
        add(Fact.of(
                path + ".rule",
                FactKind.RULE,
                commitment.rule() == null ? null : FactKind.JSON.valueToTree(commitment.rule())));
        add(Fact.of(
                path + ".target.target",
                FactKind.NUMBER,
                commitment.target() == null
                        ? null
                        : FactKind.JSON.valueToTree(commitment.target().target())));
    }

    /** A signature's line says what the signature says, and what was derived rests on other lines. */
    private void line(Line line) {
        if (line.type() != LegalEventType.SIGNED && !line.derived()) {
            date("legalEvents.%s.occurredOn".formatted(line.id()), line.occurredOn());
            date("legalEvents.%s.effectiveOn".formatted(line.id()), line.effectiveOn());
        }
    }

    private void text(String path, @Nullable String says) {
        add(Fact.of(path, FactKind.TEXT, json(says)));
    }

    private void date(String path, @Nullable Object says) {
        add(Fact.of(path, FactKind.DATE, json(says)));
    }

    private void word(String path, Set<String> words, @Nullable Enum<?> says) {
        add(Fact.word(path, words, json(says)));
    }

    private void add(Fact fact) {
        facts.put(fact.path(), fact);
    }

    private static @Nullable JsonNode json(@Nullable Object says) {
        return says == null ? null : TextNode.valueOf(says.toString());
    }

    private static JsonNode names(List<String> names) {
        return FactKind.JSON.valueToTree(names);
    }

    private static Set<String> words(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).collect(toSet());
    }

    Optional<Fact> find(String path) {
        return Optional.ofNullable(facts.get(path));
    }

    Collection<Fact> all() {
        return facts.values();
    }

    Map<String, Fact> byPath() {
        return facts;
    }

    /** What to say of a path that this agreement does not have. */
    String unknown(String path) {
        var first = path.split("\\.", 2)[0];
        var near = facts.keySet().stream()
                .filter(known -> known.equals(first) || known.startsWith(first + "."))
                .limit(MOST_NAMED)
                .toList();
        return "is not a fact of this agreement; known are " + String.join(", ", near.isEmpty() ? ALL : near);
    }
}
