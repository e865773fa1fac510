package org.moutracker.agreements.implementation;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentState;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.agreements.commitment.Position;
import org.moutracker.agreements.commitment.Reached;
import org.moutracker.agreements.commitment.Target;

/**
 * A commitment as it stood at some time, as far as a score asks for it.
 *
 * @param obligors codes of the parties that owe it; none when all do
 */
record Owed(
        UUID id,
        String code,
        String title,
        CommitmentStatus status,
        List<String> obligors,
        BigDecimal weight,
        @Nullable Target target,
        @Nullable Reached reached,
        List<Position> positions,
        @Nullable LocalDate lastReportedOn) {

    static Owed of(CommitmentState commitment) {
        return new Owed(
                commitment.id(),
                commitment.code(),
                commitment.title(),
                commitment.status(),
                commitment.obligors(),
                requireNonNullElse(commitment.weight(), BigDecimal.ONE),
                commitment.target(),
                commitment.reached(),
                commitment.positions(),
                commitment.lastReportedOn());
    }

    /** The sides that owe it, by the sides of all parties. */
    SortedSet<String> sides(Map<String, String> sides) {
        var owing = obligors.stream()
                .filter(sides::containsKey)
                .map(sides::get)
                .collect(toCollection(TreeSet<String>::new));
        return owing.isEmpty() ? new TreeSet<>(sides.values()) : owing;
    }
}
