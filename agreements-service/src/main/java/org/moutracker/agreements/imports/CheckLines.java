package org.moutracker.agreements.imports;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.moutracker.agreements.agreement.AgreementForm;
import org.moutracker.agreements.agreement.Forms;
import org.moutracker.agreements.agreement.LikeAgreements;
import org.moutracker.agreements.agreement.LikeAgreements.Sought;
import org.moutracker.agreements.agreement.RegisterAgreements;
import org.moutracker.agreements.document.DocumentStore;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.JsonViolation;
import org.moutracker.platform.problem.Violation;

/** The dry run: reads the next lines of a file, and says what is wrong with each, or what it seems to be the same as. */
@ApplicationScoped
@Transactional(MANDATORY)
class CheckLines {

    private final OpenFiles files;
    private final ImportLines lines;
    private final RegisterAgreements register;
    private final LikeAgreements alike;
    private final Forms forms;
    private final DocumentStore store;
    private final InstantSource clock;

    CheckLines(
            OpenFiles files,
            ImportLines lines,
            RegisterAgreements register,
            LikeAgreements alike,
            Forms forms,
            DocumentStore store,
            InstantSource clock) {
        this.files = files;
        this.lines = lines;
        this.register = register;
        this.alike = alike;
        this.forms = forms;
        this.store = store;
        this.clock = clock;
    }

    /** A registration that could be read, and the line it came from. */
    private record Legible(int line, JsonNode json, AgreementForm form) {}

    void check(Import one, int count) {
        List<Row> rows;
        try {
            rows = files.next(one, one.linesRead, count);
        } catch (FileRefused e) {
            forget(one);
            one.refuse(e, clock.instant());
            return;
        }
        if (!rows.isEmpty()) {
            keep(one, rows);
        }
        if (rows.size() < count) {
            forget(one);
            one.checked(clock.instant());
        }
    }

    /** Gives up a line whose check cannot be stored, or the whole file if it is the file that cannot be read. */
    void giveUp(Import one) {
        List<Row> rows;
        try {
            rows = files.next(one, one.linesRead, 1);
        } catch (RuntimeException e) {
            forget(one);
            one.refuse(new FileRefused(one.linesRead + 1, "or one after it cannot be read"), clock.instant());
            return;
        }
        lines.add(
                one.id,
                rows.stream()
                        .map(row ->
                                CheckedLine.broken(row.line(), null, List.of(new Violation("", "cannot be stored"))))
                        .toList());
        one.read(0, 0, rows.size());
    }

    private void keep(Import one, List<Row> rows) {
        var checked = new ArrayList<CheckedLine>();
        var readable = new ArrayList<Legible>();
        for (var row : rows) {
            switch (row) {
                case Row.Broken(var line, var violations) -> checked.add(CheckedLine.broken(line, null, violations));
                case Row.Read(var line, var form) -> read(line, form, readable, checked);
            }
        }
        checked.addAll(examine(readable, one.createdBy));
        lines.add(one.id, checked);
        var repeated = lines.compare(one.id, rows.getFirst().line());
        one.read(
                count(checked, LineOutcome.OK) - repeated,
                count(checked, LineOutcome.DUPLICATE) + repeated,
                count(checked, LineOutcome.ERROR));
    }

    private static int count(List<CheckedLine> lines, LineOutcome outcome) {
        return Math.toIntExact(
                lines.stream().filter(line -> line.outcome() == outcome).count());
    }

    private void read(int line, JsonNode json, List<Legible> readable, List<CheckedLine> checked) {
        if (json.toString().contains("\\u0000")) {
            checked.add(CheckedLine.broken(
                    line, json, List.of(new Violation("", "must not have the character U+0000 in it"))));
            return;
        }
        try {
            readable.add(new Legible(line, json, forms.read(json, AgreementForm.class)));
        } catch (InvalidRequest e) {
            checked.add(CheckedLine.broken(line, json, e.violations()));
        } catch (BadRequestException e) {
            if (!(e.getCause() instanceof JsonProcessingException unreadable)) {
                throw e;
            }
            checked.add(CheckedLine.broken(line, json, List.of(JsonViolation.of(unreadable))));
        }
    }

    private List<CheckedLine> examine(List<Legible> readable, String who) {
        var examined = register.examine(readable.stream().map(Legible::form).toList(), who);
        var checked = new ArrayList<CheckedLine>();
        for (var i = 0; i < readable.size(); i++) {
            var line = readable.get(i);
            var found = examined.get(i);
            checked.add(
                    found.violations().isEmpty()
                            ? CheckedLine.fit(
                                    Sought.of(line.line(), line.form(), found.organizations(), found.day()),
                                    line.json())
                            : CheckedLine.broken(line.line(), line.json(), found.violations()));
        }
        var known = alike.find(checked.stream()
                .map(CheckedLine::sought)
                .flatMap(Stream::ofNullable)
                .toList());
        return checked.stream()
                .map(line -> Optional.ofNullable(known.get(line.line()))
                        .map(line::duplicateOf)
                        .orElse(line))
                .toList();
    }

    /** The file is not needed any more: what is to be imported of it is in its lines. */
    private void forget(Import one) {
        files.close(one.id);
        if (one.place != null) {
            store.remove(one.place);
        }
    }
}
