package org.moutracker.agreements.progress;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.access.OwnSide;
import org.moutracker.agreements.agreement.AgreementsOfCommitments;
import org.moutracker.agreements.agreement.AgreementsOfCommitments.Ground;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentEvent;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.commitment.CommitmentState;
import org.moutracker.agreements.commitment.history.AgreeingWord;
import org.moutracker.agreements.commitment.history.CommitmentEntry;
import org.moutracker.agreements.commitment.history.CommitmentEntry.Change;
import org.moutracker.agreements.commitment.history.CommitmentHistory;
import org.moutracker.agreements.commitment.history.EntryKind;
import org.moutracker.agreements.commitment.history.Said;
import org.moutracker.agreements.correspondence.LoggedLetters;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** Keeps and tells what the sides say about a commitment. All in the caller's transaction. */
@ApplicationScoped
@Transactional(MANDATORY)
class ReviewCommitment {

    private final AgreementsOfCommitments agreements;
    private final CommitmentRepository commitments;
    private final CommitmentHistory history;
    private final LoggedLetters letters;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Caller caller;
    private final OwnSide own;

    ReviewCommitment(
            AgreementsOfCommitments agreements,
            CommitmentRepository commitments,
            CommitmentHistory history,
            LoggedLetters letters,
            Outbox outbox,
            InstantSource clock,
            Caller caller,
            OwnSide own) {
        this.agreements = agreements;
        this.commitments = commitments;
        this.history = history;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
        this.caller = caller;
        this.own = own;
    }

    /**
     * What is done with a commitment, and how that is kept.
     *
     * @param event null when it changes nothing
     */
    private record Done(@Nullable CommitmentEvent event, EntryKind kind, Said said) {}

    /** Does it with one that is locked. */
    private interface Doing {
        Done with(Commitment commitment, Ground ground);
    }

    CommitmentState report(UUID id, @Nullable String ifMatch, ReportForm form) {
        return enter(id, ifMatch, (commitment, ground) -> {
            words(commitment, ground)
                    .said("", form.party(), form.on(), form.onBehalf())
                    .showing(form.evidence())
                    .check();
            var sides = commitment.concerned(ground.sides());
            var side = side(form.party(), sides, commitment, ground);
            requireOwn(form.party(), commitment, ground);
            var event = commitment.report(side, form.kind() == ReportKind.FULFILLED, form.on(), form.value(), sides);
            return new Done(
                    event,
                    form.kind().entry(),
                    new Said(
                            form.party(),
                            side,
                            form.on(),
                            form.done(),
                            form.value(),
                            form.evidence(),
                            form.onBehalf(),
                            List.of()));
        });
    }

    CommitmentState confirm(UUID id, @Nullable String ifMatch, ConfirmationForm form) {
        return enter(id, ifMatch, (commitment, ground) -> {
            words(commitment, ground)
                    .said("", form.party(), form.on(), form.onBehalf())
                    .showing(form.evidence())
                    .check();
            var sides = commitment.concerned(ground.sides());
            var side = side(form.party(), sides, commitment, ground);
            requireOwn(form.party(), commitment, ground);
            return new Done(
                    commitment.confirm(side, form.on(), sides),
                    EntryKind.CONFIRMATION,
                    new Said(
                            form.party(),
                            side,
                            form.on(),
                            form.note(),
                            null,
                            form.evidence(),
                            form.onBehalf(),
                            List.of()));
        });
    }

    CommitmentState tell(UUID id, @Nullable String ifMatch, NoticeForm form) {
        return enter(id, ifMatch, (commitment, ground) -> {
            words(commitment, ground)
                    .of(form.side(), form.on())
                    .showing(form.evidence())
                    .proving(form.evidence())
                    .check();
            if (!commitment.concerned(ground.sides()).contains(form.side())) {
                throw new RuleViolated(stranger(form.side(), commitment));
            }
            var event = commitment.tell(
                    form.side(),
                    form.on(),
                    requireNonNull(ground.zones().get(form.side()), "checked before"),
                    ground.suspensions());
            return new Done(
                    event.orElse(null),
                    EntryKind.NOTICE,
                    new Said(null, form.side(), form.on(), form.note(), null, form.evidence(), null, List.of()));
        });
    }

    CommitmentState dispute(UUID id, @Nullable String ifMatch, DisputeForm form) {
        return enter(id, ifMatch, (commitment, ground) -> {
            words(commitment, ground)
                    .said("", form.party(), form.on(), form.onBehalf())
                    .showing(form.evidence())
                    .check();
            var side = side(form.party(), commitment.concerned(ground.sides()), commitment, ground);
            requireOwn(form.party(), commitment, ground);
            return new Done(
                    commitment.dispute(side, form.on()),
                    EntryKind.DISPUTE,
                    new Said(
                            form.party(),
                            side,
                            form.on(),
                            form.reason(),
                            null,
                            form.evidence(),
                            form.onBehalf(),
                            List.of()));
        });
    }

    CommitmentState conclude(UUID id, @Nullable String ifMatch, OutcomeForm form) {
        return enter(id, ifMatch, (commitment, ground) -> {
            var words = words(commitment, ground);
            for (var i = 0; i < form.words().size(); i++) {
                var word = form.words().get(i);
                words.said("words[" + i + "].", word.party(), word.on(), word.onBehalf());
            }
            words.showing(form.evidence()).check();
            requireAll(form, commitment, ground);
            return new Done(
                    commitment.conclude(form.as()),
                    EntryKind.OUTCOME,
                    new Said(null, null, last(form), form.reason(), null, form.evidence(), null, form.words()));
        });
    }

    CommitmentState correct(UUID id, @Nullable String ifMatch, CorrectionForm form) {
        return enter(
                id,
                ifMatch,
                (commitment, ground) ->
                        new Done(commitment.correct(), EntryKind.CORRECTION, Said.because(form.reason())));
    }

    private Words words(Commitment commitment, Ground ground) {
        return new Words(ground, entry -> letters.stands(CommitmentRepository.agreementOf(commitment), entry));
    }

    private CommitmentState enter(UUID id, @Nullable String ifMatch, Doing doing) {
        var now = clock.instant();
        var ground = agreements.lock(commitments.agreementOf(id).orElseThrow(() -> new NotFound("commitment")), now);
        var commitment =
                commitments.lock(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("commitment"));
        var before = commitment.state();
        Versions.allow(ifMatch, before.version());
        if (!ground.told()) {
            throw new RuleViolated(
                    "the agreement %s is not signed, so it binds nobody yet".formatted(ground.reference()));
        }
        var done = doing.with(commitment, ground);
        commitments.flush();
        var after = commitment.state();
        history.persist(new CommitmentEntry(
                commitment.about(),
                done.kind(),
                done.said(),
                new Change(before.status(), after.status()),
                now,
                caller.name()));
        if (done.event() != null) {
            outbox.publish(done.event());
            commitments.noteSilence(List.of(CommitmentRepository.agreementOf(commitment)));
        }
        return after;
    }

    private void requireOwn(String party, Commitment commitment, Ground ground) {
        own.requireVoice("party", party, CommitmentRepository.agreementOf(commitment), ground.sides());
    }

    /** The side of a party, which must have a say. */
    private static String side(String party, Set<String> sides, Commitment commitment, Ground ground) {
        var side = requireNonNull(ground.sides().get(party), "checked before");
        if (!sides.contains(side)) {
            throw new RuleViolated(stranger(party, commitment));
        }
        return side;
    }

    private static String stranger(String who, Commitment commitment) {
        return "%s neither owes commitment %s nor is it owed to it"
                .formatted(who, commitment.state().code());
    }

    private static void requireAll(OutcomeForm form, Commitment commitment, Ground ground) {
        var sides = commitment.concerned(ground.sides());
        var missing = new TreeSet<>(sides);
        form.words().forEach(word -> missing.remove(side(word.party(), sides, commitment, ground)));
        if (!missing.isEmpty()) {
            throw new RuleViolated("what came of commitment %s is for all sides to say; still missing is %s"
                    .formatted(commitment.state().code(), String.join(", ", missing)));
        }
    }

    private static LocalDate last(OutcomeForm form) {
        return form.words().stream()
                .map(AgreeingWord::on)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
