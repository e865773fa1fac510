package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.moutracker.agreements.agreement.AgreementState.PartyState;
import org.moutracker.agreements.table.Table;
import org.moutracker.agreements.table.Table.Column;

/** Agreements as a table: what is several of a kind stands in one cell. */
final class AgreementTable {

    private static final String BETWEEN = "; ";

    static final Table<Line> TABLE = new Table<>(
            "agreements",
            List.of(
                    new Column<>("id", line -> line.row().id()),
                    new Column<>("reference", line -> line.row().reference()),
                    new Column<>("title", line -> title(line.row().title())),
                    new Column<>("otherTitles", line -> otherTitles(line.row().title())),
                    new Column<>("type", line -> line.row().type()),
                    new Column<>("bindingness", line -> line.row().bindingness()),
                    new Column<>("status", line -> line.row().status()),
                    new Column<>("parties", line -> each(line.parties(), PartyState::code)),
                    new Column<>(
                            "organizations",
                            line -> each(line.parties(), party -> party.organization()
                                    .name())),
                    new Column<>(
                            "countries",
                            line -> each(line.parties(), party -> party.organization()
                                    .country())),
                    new Column<>("areas", line -> each(line.row().areas(), Area::name)),
                    new Column<>("initiatives", line -> each(line.row().initiatives(), name -> name)),
                    new Column<>("signedOn", line -> line.row().signedOn()),
                    new Column<>("enteredIntoForceOn", line -> line.row().enteredIntoForceOn()),
                    new Column<>("expiresOn", line -> line.row().expiresOn()),
                    new Column<>("registeredAt", line -> line.row().registeredAt()),
                    new Column<>("changedAt", line -> line.row().changedAt()),
                    new Column<>("version", line -> line.row().version())));

    private AgreementTable() {}

    /** A row of the table. */
    record Line(AgreementSummary.Row row, List<PartyState> parties) {}

    /** The English one, since whoever reads the names of the columns reads that; else the first. */
    private static String title(Map<String, String> title) {
        return title.getOrDefault("en", title.values().iterator().next());
    }

    private static String otherTitles(Map<String, String> title) {
        var shown = title(title);
        return title.entrySet().stream()
                .filter(one -> !one.getValue().equals(shown))
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(joining("\n"));
    }

    private static <T> String each(List<T> several, Function<T, String> text) {
        return several.stream().map(text).distinct().collect(joining(BETWEEN));
    }
}
