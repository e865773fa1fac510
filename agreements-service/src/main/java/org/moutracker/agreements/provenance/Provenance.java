package org.moutracker.agreements.provenance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Where the facts of an agreement are known from. Compared when it is read: what the register says is the choice, so
 * nothing has to follow when that changes.
 */
final class Provenance {

    private final Map<String, Fact> facts;
    private final Said said;
    private final Map<String, List<SourceStatement>> standing;

    Provenance(Facts facts, Said said) {
        this.facts = facts.byPath();
        this.said = said;
        standing = said.standing().stream()
                .sorted(SourceStatement.BEST_FIRST)
                .collect(groupingBy(statement -> statement.fact, TreeMap::new, toList()));
    }

    /** In the order of their paths: those of the register, and those that it has lost since somebody said something. */
    List<String> paths() {
        var paths = new TreeSet<>(facts.keySet());
        paths.addAll(standing.keySet());
        return List.copyOf(paths);
    }

    boolean isInConflict(String path) {
        var statements = of(path);
        return !statements.isEmpty()
                && fact(path, statements)
                        .isInConflict(statements.stream()
                                .map(statement -> statement.value)
                                .toList());
    }

    Comparison compare(SourceStatement statement) {
        return fact(statement.fact, List.of(statement)).compare(statement.value);
    }

    /** The choice that counts: the newest, while its statement stands and says what the register says. */
    Optional<Choice> choice(String path) {
        return Optional.ofNullable(said.choices().get(path))
                .filter(choice -> agreeing(path).contains(choice.statementId));
    }

    /** On which statements the register rests: on the one chosen, or else on all that say what it says. */
    List<UUID> chosen(String path) {
        return choice(path).map(choice -> List.of(choice.statementId)).orElseGet(() -> agreeing(path));
    }

    private List<UUID> agreeing(String path) {
        return of(path).stream()
                .filter(statement -> compare(statement) == Comparison.AGREES)
                .map(statement -> statement.id)
                .toList();
    }

    List<SourceStatement> of(String path) {
        return standing.getOrDefault(path, List.of());
    }

    private Fact fact(String path, List<SourceStatement> statements) {
        var known = facts.get(path);
        return known == null ? Fact.of(path, statements.getFirst().kind, null) : known;
    }

    FactView view(String path) {
        var known = Optional.ofNullable(facts.get(path));
        return new FactView(
                path,
                known.map(Fact::says).orElse(null),
                known.isPresent(),
                isInConflict(path),
                chosen(path),
                choice(path).map(FactView.ChoiceView::of).orElse(null),
                of(path).stream().map(this::view).toList());
    }

    StatementView view(SourceStatement statement) {
        return StatementView.of(statement, compare(statement), said.withdrawn().get(statement.id));
    }

    /** Whether the newest choice is that statement for that reason, so that there is nothing to record. */
    boolean isChosen(SourceStatement statement, String because) {
        return choice(statement.fact)
                .filter(choice -> choice.statementId.equals(statement.id) && Objects.equals(choice.because, because))
                .isPresent();
    }

    boolean isWithdrawn(SourceStatement statement) {
        return said.isWithdrawn(statement);
    }
}
