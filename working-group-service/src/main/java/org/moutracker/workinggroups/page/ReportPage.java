package org.moutracker.workinggroups.page;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.report.GroupReport;

/**
 * What a page shows of a report.
 *
 * @param number of one that was handed in; null for what is known by now
 * @param asOf when it was so, on the clocks of every side
 * @param source its own address, which opens it for whoever logs in: a sheet of paper tells where it came from
 */
record ReportPage(
        @Nullable String number, GroupReport content, List<Agreed> agreements, List<Clock> asOf, String source) {

    public String group() {
        return ShownText.of(content.group().name());
    }

    /** How an agreement is called among several; null where there is one alone, or its name is not known. */
    public @Nullable String reference(UUID agreement) {
        return agreements.size() < 2
                ? null
                : agreements.stream()
                        .filter(one -> one.part().id().equals(agreement))
                        .map(Agreed::reference)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** How many commitments there are in all. */
    public int commitments() {
        return agreements.stream()
                .mapToInt(one -> one.part().commitments().count())
                .sum();
    }

    /** As what people sit for a side. */
    public List<Seats> seats(GroupReport.SidePart side) {
        return side.roles().entrySet().stream()
                .map(role -> new Seats(role.getKey(), role.getValue()))
                .toList();
    }

    /** How many sit in a role. */
    record Seats(String role, long count) {}

    /** Whom a side has yet to name. */
    public List<Lacking> lacking(String side) {
        return Lacking.of(content.missing().stream()
                .filter(seat -> seat.side().equals(side))
                .map(GroupReport.MissingSeat::what)
                .toList());
    }
}
