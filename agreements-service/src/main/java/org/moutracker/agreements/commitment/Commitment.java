package org.moutracker.agreements.commitment;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.history.CommitmentEntry;
import org.moutracker.agreements.commitment.history.CommitmentEntry.Change;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;
import org.moutracker.agreements.life.Suspension;
import org.moutracker.agreements.life.SuspensionPeriod;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/** Something that an agreement, or somebody speaking for it, promised. */
@Entity
@CheckReturnValue
public class Commitment extends Promise implements Historic {

    @Version
    long version = 1;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Review review = Review.NONE;

    /** What has been done about it, whatever its agreement makes of it. */
    @Enumerated(EnumType.STRING)
    @NotInHistory
    CommitmentStatus progress;

    @Enumerated(EnumType.STRING)
    @NotInHistory
    Hold hold = Hold.FREE;

    @Enumerated(EnumType.STRING)
    CommitmentStatus status;

    /** Which amendment of the agreement gave it its present form. */
    @Nullable
    Integer amendment;

    /** False until it has been read from the database: what is told of a new one is its first version. */
    @Transient
    boolean stored = true;

    protected Commitment() {}

    public Commitment(UUID agreementId, CommitmentForm form) {
        this(agreementId, form, null);
    }

    /** One that an amendment adds. */
    public Commitment(UUID agreementId, CommitmentForm form, @Nullable Integer amendment) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        this.amendment = amendment;
        this.code = form.code();
        describe(form);
        this.progress = CommitmentStatus.OPEN;
        this.status = CommitmentStatus.OPEN;
        this.stored = false;
    }

    /** Tells that it is binding on those who signed, as soon as all have. */
    public CommitmentEvent open() {
        return new CommitmentEvent.CommitmentOpened(state(CommitmentStatus.OPEN, version));
    }

    /** Hears that its deadline is met, which says that it is done; empty when that is no news, or nothing follows. */
    Optional<CommitmentEvent> reportFulfilled() {
        if (review.deadlineMet()) {
            return Optional.empty();
        }
        review = review.heard(true);
        if (hold == Hold.VOID || progress.isClosed() || !status.canBecome(CommitmentStatus.REPORTED_FULFILLED)) {
            return Optional.empty();
        }
        review = review.claimedByDeadline(true);
        become(CommitmentStatus.REPORTED_FULFILLED);
        return Optional.of(new CommitmentEvent.CommitmentReportedFulfilled(state(status, version + 1)));
    }

    /** Hears that its deadline is open again; empty when it was, or when a side has said itself that it is done. */
    Optional<CommitmentEvent> reopen() {
        if (!review.deadlineMet()) {
            return Optional.empty();
        }
        review = review.heard(false);
        if (hold == Hold.VOID
                || (progress != CommitmentStatus.REPORTED_FULFILLED && progress != CommitmentStatus.DISPUTED)) {
            return Optional.empty();
        }
        review = review.claimedByDeadline(false);
        if (review.isClaimed()) {
            return Optional.empty();
        }
        become(CommitmentStatus.IN_PROGRESS);
        return Optional.of(new CommitmentEvent.CommitmentReopened(state(status, version + 1)));
    }

    /** A side reports what was done about it, or that all is done. */
    public CommitmentEvent report(
            String side, boolean fulfilled, LocalDate on, @Nullable BigDecimal value, Set<String> sides) {
        requireOpen();
        if (value != null && target == null) {
            throw new InvalidRequest("value", "needs a target, and commitment %s has none".formatted(code));
        }
        var before = review.positions();
        review = review.noting(on, value).reported(side, fulfilled, on);
        advance(review.status(sides), before);
        if (progress == CommitmentStatus.FULFILLED) {
            return new CommitmentEvent.CommitmentFulfilled(state(status, version + 1));
        }
        return fulfilled
                ? new CommitmentEvent.CommitmentReportedFulfilled(state(status, version + 1))
                : new CommitmentEvent.CommitmentProgressReported(state(status, version + 1));
    }

    /** A side says that it is done as another one, or its deadline, said. */
    public CommitmentEvent confirm(String side, LocalDate on, Set<String> sides) {
        requireAnother(side, on, Position.Word.CONFIRMED);
        var before = review.positions();
        review = review.saying(side, Position.Word.CONFIRMED, on);
        advance(review.status(sides), before);
        return progress == CommitmentStatus.FULFILLED
                ? new CommitmentEvent.CommitmentFulfilled(state(status, version + 1))
                : new CommitmentEvent.CommitmentConfirmed(state(status, version + 1));
    }

    /** A side is shown to be told that it is reported fulfilled; empty when it was told before, which counts from then. */
    public Optional<CommitmentEvent> tell(
            String side, LocalDate on, Collection<ZoneId> zones, List<SuspensionPeriod> suspensions) {
        requireOpen();
        if (confirmationBySilence == null) {
            throw new RuleViolated("nothing was agreed of silence about commitment %s".formatted(code));
        }
        var claimed = review.claimedOn()
                .orElseThrow(() -> new RuleViolated(
                        "no side has reported commitment %s fulfilled, so there is nothing to be told of"
                                .formatted(code)));
        if (progress == CommitmentStatus.DISPUTED) {
            throw new RuleViolated("commitment %s is disputed, so that silence confirms nothing".formatted(code));
        }
        review.of(side).ifPresent(said -> {
            throw new RuleViolated(
                    "%s has %s it itself".formatted(side, said.word().name().toLowerCase(Locale.ROOT)));
        });
        if (on.isBefore(claimed)) {
            throw new InvalidRequest("on", "must not be before it was reported fulfilled, " + claimed);
        }
        if (review.notice(side).isPresent()) {
            return Optional.empty();
        }
        review = review.telling(Notice.of(side, on, zones));
        var _ = countSilence(suspensions);
        return Optional.of(new CommitmentEvent.CommitmentSilenceChanged(state(status, version + 1)));
    }

    /** The sides whose silence has been long enough confirm by it, if it concerns them still; empty when there is none. */
    public Optional<SilentConfirmation> confirmBySilence(Instant now, Set<String> sides) {
        var over =
                review.notices().stream().filter(notice -> notice.isOver(now)).toList();
        if (status != CommitmentStatus.REPORTED_FULFILLED || over.isEmpty()) {
            return Optional.empty();
        }
        var before = status;
        var said = review.positions();
        var words = over.stream()
                .filter(notice -> sides.contains(notice.side()))
                .map(Notice::confirmation)
                .toList();
        review = review.heeding(over);
        for (var word : words) {
            review = review.saying(word.side(), word.word(), word.on());
        }
        advance(review.status(sides), said);
        var state = state(status, version + 1);
        return Optional.of(new SilentConfirmation(told(words, state), words, new Change(before, status)));
    }

    private CommitmentEvent told(List<Position> words, CommitmentState state) {
        if (progress == CommitmentStatus.FULFILLED) {
            return new CommitmentEvent.CommitmentFulfilled(state);
        }
        return words.isEmpty()
                ? new CommitmentEvent.CommitmentSilenceChanged(state)
                : new CommitmentEvent.CommitmentConfirmed(state);
    }

    /** Whether the silence of a side may confirm it some day. */
    public boolean isWaitingForSilence() {
        return !review.notices().isEmpty();
    }

    /** Counts the time of all who were told; answers whether it is another than before. */
    private boolean countSilence(List<SuspensionPeriod> suspensions) {
        var before = review.notices();
        review = review.counted(
                silence(),
                suspensions.stream()
                        .filter(one -> new Suspension(one.since(), one.areas()).covers(areas))
                        .toList());
        return !before.equals(review.notices());
    }

    /** A side says that it is not done as another one, or its deadline, said. */
    public CommitmentEvent dispute(String side, LocalDate on) {
        requireAnother(side, on, Position.Word.DISPUTED);
        review = review.saying(side, Position.Word.DISPUTED, on);
        become(CommitmentStatus.DISPUTED);
        return new CommitmentEvent.CommitmentDisputed(state(status, version + 1));
    }

    /** All sides say together what came of it. */
    public CommitmentEvent conclude(Outcome outcome) {
        requireOpen();
        advance(outcome.status(), review.positions());
        return CommitmentEvent.of(state(status, version + 1));
    }

    /** The sides closed it by mistake: it stands where it stood before, or where its agreement puts it. */
    public CommitmentEvent correct() {
        var closing = review.closing();
        if (closing == null) {
            throw new RuleViolated(
                    progress.isClosed()
                            ? "commitment %s was not closed by its sides; what a group decided is void with its decision"
                                    .formatted(code)
                            : "commitment %s is %s: there is nothing to take back".formatted(code, status));
        }
        review = review.reopened();
        become(closing.before());
        return CommitmentEvent.of(state(status, version + 1));
    }

    private void requireOpen() {
        if (status.isClosed()) {
            throw new RuleViolated("commitment %s is %s already".formatted(code, status));
        }
    }

    private void requireAnother(String side, LocalDate on, Position.Word word) {
        requireOpen();
        if (!review.isClaimed()) {
            throw new RuleViolated("nobody has reported commitment %s fulfilled".formatted(code));
        }
        if (review.isSaid(side, Position.Word.REPORTED)) {
            throw new RuleViolated(
                    "%s has reported commitment %s fulfilled itself; another side confirms or disputes that"
                            .formatted(side, code));
        }
        if (review.isSaid(side, word)) {
            throw new RuleViolated(
                    "%s has %s it already".formatted(side, word.name().toLowerCase(Locale.ROOT)));
        }
        review.claimedOn().filter(on::isBefore).ifPresent(day -> {
            throw new InvalidRequest("on", "must not be before it was reported fulfilled, " + day);
        });
    }

    /** Goes on by what the sides say, and remembers where it stood if they close it. */
    private void advance(CommitmentStatus next, List<Position> saidBefore) {
        if (next.isClosed()) {
            review = review.closed(progress, saidBefore);
        }
        become(next);
    }

    private void become(CommitmentStatus next) {
        if (next != progress && !progress.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s".formatted(progress, next));
        }
        progress = next;
        status = hold.over(next);
    }

    /** Goes the way of its agreement; empty when that changes nothing for it. */
    public Optional<CommitmentEvent> follow(Standing agreement, @Nullable Survival survival) {
        hold = Hold.of(agreement, survival, areas);
        var next = hold.over(progress);
        var isMoved = countSilence(agreement.suspensions());
        if (next == status) {
            return isMoved
                    ? Optional.of(new CommitmentEvent.CommitmentSilenceChanged(state(status, version + 1)))
                    : Optional.empty();
        }
        if (!status.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s".formatted(status, next));
        }
        status = next;
        var state = state(status, stored ? version + 1 : version);
        return Optional.of(CommitmentEvent.of(state));
    }

    /** Takes over what an amendment makes of it; empty when that is what it was. What has been done about it stays done. */
    public Optional<CommitmentEvent> amend(
            CommitmentForm form, Standing agreement, @Nullable Survival survival, int amendment) {
        if (form.equals(form())) {
            return Optional.empty();
        }
        var measured = target;
        describe(form);
        if (target == null || !target.measuresAs(measured)) {
            review = review.withoutValue();
        }
        this.amendment = amendment;
        var _ = countSilence(agreement.suspensions()); // told by the event of the amendment
        hold = Hold.of(agreement, survival, areas);
        status = hold.over(progress);
        return Optional.of(new CommitmentEvent.CommitmentAmended(state(status, version + 1)));
    }

    /** An amendment leaves it out; empty when nothing was owed any more. */
    public Optional<CommitmentEvent> drop(int amendment) {
        if (status.isClosed()) {
            return Optional.empty();
        }
        this.amendment = amendment;
        return Optional.of(close(CommitmentStatus.CANCELLED));
    }

    /** A group has decided that it is done, or need not be done. */
    CommitmentEvent close(CommitmentStatus as) {
        if (!as.isClosed()) {
            throw new IllegalArgumentException(as + " closes nothing");
        }
        if (status.isClosed()) {
            throw new RuleViolated("commitment %s is %s already".formatted(code, status));
        }
        review = review.untold();
        progress = as;
        status = as;
        return CommitmentEvent.of(state(status, version + 1));
    }

    /** That was decided by mistake: it stands where it would stand otherwise. */
    CommitmentEvent restore(CommitmentStatus before) {
        if (!progress.isClosed()) {
            throw new RuleViolated("commitment %s counts again already".formatted(code));
        }
        progress = before;
        status = hold.over(progress);
        return CommitmentEvent.of(state(status, version + 1));
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.COMMITMENT, agreementId, id, code, null);
    }

    /** What statements about it are about. */
    public CommitmentEntry.About about() {
        return new CommitmentEntry.About(id, agreementId, code);
    }

    /** What callers and other services see of it. */
    public CommitmentState state() {
        return state(status, version);
    }

    private CommitmentState state(CommitmentStatus status, long version) {
        return new CommitmentState(
                id,
                agreementId,
                code,
                title,
                kind,
                basis,
                clause,
                mode,
                obligors,
                beneficiaries,
                status,
                body,
                rule,
                recurrence,
                unless,
                areas,
                amendment,
                target,
                weight.compareTo(BigDecimal.ONE) == 0 ? null : weight,
                dependsOn,
                review.positions(),
                review.reached(target),
                review.lastReportedOn(),
                silence(),
                review.notices().stream().map(Notice::shown).toList(),
                version);
    }
}
