package org.moutracker.agreements.commitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentRepository.Filter;
import org.moutracker.agreements.table.Rows;
import org.moutracker.agreements.table.Table;
import org.moutracker.agreements.table.Table.Column;

/** Commitments as a table: what is several of a kind stands in one cell. */
@ApplicationScoped
class CommitmentTable {

    static final Table<Line> TABLE = new Table<>(
            "commitments",
            List.of(
                    new Column<>("id", line -> line.of().id()),
                    new Column<>("agreementId", line -> line.of().agreementId()),
                    new Column<>("agreement", Line::reference),
                    new Column<>("code", line -> line.of().code()),
                    new Column<>("title", line -> line.of().title()),
                    new Column<>("kind", line -> line.of().kind()),
                    new Column<>("basis", line -> line.of().basis()),
                    new Column<>("clause", line -> line.of().clause()),
                    new Column<>("mode", line -> line.of().mode()),
                    new Column<>("obligors", line -> String.join("; ", line.of().obligors())),
                    new Column<>(
                            "beneficiaries", line -> String.join("; ", line.of().beneficiaries())),
                    new Column<>("areas", line -> String.join("; ", line.of().areas())),
                    new Column<>("status", line -> line.of().status()),
                    new Column<>(
                            "weight",
                            line -> Objects.requireNonNullElse(line.of().weight(), 1)),
                    new Column<>("indicator", line -> line.target(Target::indicator)),
                    new Column<>("baseline", line -> line.target(Target::baseline)),
                    new Column<>("target", line -> line.target(Target::target)),
                    new Column<>("unit", line -> line.target(Target::unit)),
                    new Column<>("lastReportedOn", line -> line.of().lastReportedOn()),
                    new Column<>("version", line -> line.of().version())));

    private final CommitmentRepository commitments;

    CommitmentTable(CommitmentRepository commitments) {
        this.commitments = commitments;
    }

    /**
     * A row of the table.
     *
     * @param reference what its agreement is called
     */
    record Line(CommitmentState of, String reference) {

        private @Nullable Object target(Function<Target, @Nullable Object> part) {
            return of.target() == null ? null : part.apply(of.target());
        }
    }

    /** Each portion in a transaction of its own, so that nothing stays in memory. */
    Rows<Line> rows(Filter filter, UUID begin) {
        return last -> QuarkusTransaction.requiringNew().call(() -> {
            var portion =
                    commitments.page(filter, last == null ? begin : last.of().id(), Rows.PORTION);
            var references = commitments.references(
                    portion.stream().map(one -> one.agreementId).distinct().toList());
            return portion.stream()
                    .map(one -> new Line(one.state(), references.getOrDefault(one.agreementId, "")))
                    .toList();
        });
    }
}
