package org.moutracker.agreements.imports;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moutracker.agreements.agreement.AgreementForm;
import org.moutracker.agreements.agreement.LikeAgreements;
import org.moutracker.agreements.agreement.LikeAgreements.Sought;
import org.moutracker.agreements.agreement.RegisterAgreements;
import org.moutracker.agreements.imports.ImportLines.Done;
import org.moutracker.agreements.imports.ImportLines.Waiting;
import org.moutracker.platform.problem.Violation;

/**
 * Registers the agreements of the next lines. Agreements, what becomes of their lines and how far the import is are one
 * transaction: whoever dies in between has done nothing, and whoever goes on does nothing twice.
 */
@ApplicationScoped
@Transactional(MANDATORY)
class ImportAgreements {

    private final ImportLines lines;
    private final RegisterAgreements register;
    private final LikeAgreements alike;
    private final ObjectMapper json;
    private final InstantSource clock;

    ImportAgreements(
            ImportLines lines,
            RegisterAgreements register,
            LikeAgreements alike,
            ObjectMapper json,
            InstantSource clock) {
        this.lines = lines;
        this.register = register;
        this.alike = alike;
        this.json = json;
        this.clock = clock;
    }

    void take(Import one, int count) {
        var waiting = lines.waiting(one.id, one.lastLine, count);
        if (!waiting.isEmpty()) {
            var done = new ArrayList<Done>();
            var fresh = new LinkedHashMap<Waiting, AgreementForm>();
            for (var line : waiting) {
                if (line.outcome() == LineOutcome.DUPLICATE) {
                    done.add(new Done(line.line(), one.onDuplicate.outcome(), List.of(), null, null));
                } else {
                    fresh.put(line, form(line));
                }
            }
            done.addAll(register(one, leaveKnown(one, fresh, done)));
            lines.done(one.id, done);
            one.took(
                    waiting.getLast().line(),
                    count(done, LineOutcome.IMPORTED),
                    count(done, LineOutcome.SKIPPED),
                    count(done, LineOutcome.FAILED));
        }
        if (waiting.size() < count) {
            one.ended(clock.instant());
        }
    }

    /** Gives up a line that cannot be stored, so that it does not hold up the others. */
    void giveUp(Import one, String why) {
        lines.waiting(one.id, one.lastLine, 1).stream().findFirst().ifPresent(line -> {
            lines.done(
                    one.id,
                    List.of(new Done(line.line(), LineOutcome.FAILED, List.of(new Violation("", why)), null, null)));
            one.took(line.line(), 0, 0, 1);
        });
    }

    /** The register may know by now what it did not when the file was checked. */
    private Map<Waiting, AgreementForm> leaveKnown(Import one, Map<Waiting, AgreementForm> fresh, List<Done> done) {
        var known = alike.find(fresh.entrySet().stream()
                .map(line -> Sought.of(
                        line.getKey().line(),
                        line.getValue(),
                        line.getKey().organizations(),
                        line.getKey().day()))
                .toList());
        var left = new LinkedHashMap<Waiting, AgreementForm>();
        fresh.forEach((line, form) -> {
            var like = known.get(line.line());
            if (like == null) {
                left.put(line, form);
            } else {
                done.add(new Done(line.line(), one.onDuplicate.outcome(), List.of(), null, like));
            }
        });
        return left;
    }

    private List<Done> register(Import one, Map<Waiting, AgreementForm> fresh) {
        var registered =
                register.register(List.copyOf(fresh.values()), one.createdBy).iterator();
        return fresh.keySet().stream()
                .map(line -> {
                    var became = registered.next();
                    return new Done(
                            line.line(),
                            became.id() == null ? LineOutcome.FAILED : LineOutcome.IMPORTED,
                            became.violations(),
                            became.id(),
                            null);
                })
                .toList();
    }

    private AgreementForm form(Waiting line) {
        try {
            return json.readValue(line.form(), AgreementForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a registration that was read before cannot be read", e);
        }
    }

    private static int count(List<Done> done, LineOutcome outcome) {
        return Math.toIntExact(
                done.stream().filter(line -> line.outcome() == outcome).count());
    }
}
