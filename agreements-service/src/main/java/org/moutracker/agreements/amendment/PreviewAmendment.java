package org.moutracker.agreements.amendment;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementForm;
import org.moutracker.agreements.agreement.AmendAgreement;
import org.moutracker.agreements.agreement.AmendAgreement.Ground;
import org.moutracker.agreements.agreement.Instrument;
import org.moutracker.agreements.amendment.AmendmentPreview.MovedTime;
import org.moutracker.agreements.amendment.AmendmentPreview.Question;
import org.moutracker.agreements.amendment.AmendmentPreview.Statuses;
import org.moutracker.agreements.amendment.AmendmentPreview.SupposedCommitment;
import org.moutracker.agreements.amendment.AmendmentPreview.SupposedTime;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.life.AgreementTime;
import org.moutracker.agreements.life.Standing;
import org.moutracker.timerules.Answer;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.Rule;

/** Supposes that an amendment takes effect, by the code that lets real ones take effect, and compares. */
@ApplicationScoped
class PreviewAmendment {

    private final AmendAgreement agreements;
    private final Changes changes;

    PreviewAmendment(AmendAgreement agreements, Changes changes) {
        this.agreements = agreements;
        this.changes = changes;
    }

    private record Key(AgreementTime.Kind kind, int occurrence) {}

    AmendmentPreview preview(Amendment amendment, Ground ground, @Nullable LocalDate asked) {
        var on = Optional.ofNullable(asked)
                .or(() -> Optional.ofNullable(amendment.effectiveOn))
                .or(() -> Optional.ofNullable(amendment.takesEffect.on()))
                .orElse(ground.today());
        var day = on.isAfter(ground.today()) ? on : ground.today();
        var amended = changes.apply(amendment.changes, ground.form());
        var from = amendment.instrument == Instrument.CORRECTION ? null : on;
        var without = agreements.suppose(ground.id(), null, null, day);
        var with = agreements.suppose(ground.id(), amended, from, day);
        return new AmendmentPreview(
                on,
                changes.differences(ground.form(), amended),
                new Statuses(without.status(), with.status()),
                moved(without, with),
                new Question(ground.id(), commitments(ground.form(), amended), times(ground.standing(), with)));
    }

    private static List<MovedTime> moved(Standing without, Standing with) {
        var before = byKey(without);
        var after = byKey(with);
        var all = new LinkedHashMap<>(before);
        all.putAll(after);
        var moved = new ArrayList<MovedTime>();
        all.forEach((key, time) -> {
            var from = day(before.get(key), without);
            var to = day(after.get(key), with);
            if (!Objects.equals(from, to)) {
                moved.add(new MovedTime(time.kind(), time.occurrence(), time.title(), from, to));
            }
        });
        return moved;
    }

    private static Map<Key, AgreementTime> byKey(Standing standing) {
        return standing.times().stream()
                .collect(toMap(
                        time -> new Key(time.kind(), time.occurrence()),
                        time -> time,
                        (_, later) -> later,
                        LinkedHashMap::new));
    }

    /** The day of one that is still to come; null for what is over, has happened or cannot be known. */
    private static @Nullable LocalDate day(@Nullable AgreementTime time, Standing standing) {
        if (time == null || time.state() != AgreementTime.State.OPEN) {
            return null;
        }
        try {
            return Optional.ofNullable(Rule.parse(time.rule())
                            .evaluate(new Facts(standing.facts(), Map.of(), Map.of()), Calendars.none()))
                    .map(Answer::lastDay)
                    .orElse(null);
        } catch (InvalidRule beyondAllYears) {
            return null;
        }
    }

    private static List<SupposedCommitment> commitments(AgreementForm before, AgreementForm after) {
        var known = before.commitments().stream().collect(toMap(CommitmentForm::code, one -> one));
        var others = new ArrayList<SupposedCommitment>();
        for (var one : after.commitments()) {
            var earlier = known.get(one.code());
            var rule = one.rule();
            if (earlier != null && rule != null && !rule.equals(earlier.rule())) {
                others.add(new SupposedCommitment(one.code(), rule));
            }
        }
        return others;
    }

    private static List<SupposedTime> times(Standing now, Standing with) {
        var known = byKey(now);
        return with.times().stream()
                .flatMap(time -> Optional.ofNullable(known.get(new Key(time.kind(), time.occurrence())))
                        .filter(earlier -> !earlier.rule().equals(time.rule()))
                        .map(_ -> new SupposedTime(time.kind(), time.occurrence(), time.rule()))
                        .stream())
                .toList();
    }
}
