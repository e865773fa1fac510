package org.moutracker.agreements.commitment;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.Position.Word;
import org.moutracker.agreements.life.SuspensionPeriod;

/**
 * What has been said about a commitment: who reports it fulfilled, who confirms or disputes that.
 *
 * @param positions what each side says, by side; none of those who have said nothing since the last dispute was answered
 * @param byDeadline a met deadline says that it is fulfilled, which is nobody's word
 * @param deadlineMet what was heard of its deadline last
 * @param reports how many reports there are
 * @param lastReportedOn the latest day that was reported for
 * @param value the indicator's value by the report for the latest day that gave one
 * @param valueOn that day
 * @param notices of which sides it was shown that they know that it is reported fulfilled, and have not answered yet
 * @param closing where it stood before the sides closed it; null unless they did
 */
record Review(
        List<Position> positions,
        boolean byDeadline,
        boolean deadlineMet,
        int reports,
        @Nullable LocalDate lastReportedOn,
        @Nullable BigDecimal value,
        @Nullable LocalDate valueOn,
        @Nullable Closing closing,
        List<Notice> notices) {

    static final Review NONE = new Review(List.of(), false, false, 0, null, null, null, null, List.of());

    @SuppressWarnings("NullAway") // What was kept by an earlier version does not have them.
    Review {
        notices = notices == null ? List.of() : List.copyOf(notices);
    }

    /** Where a commitment stood before the sides closed it. */
    record Closing(CommitmentStatus before, List<Position> positions) {}

    Optional<Position> of(String side) {
        return positions.stream().filter(one -> one.side().equals(side)).findAny();
    }

    boolean isSaid(String side, Word word) {
        return of(side).filter(one -> one.word() == word).isPresent();
    }

    /** Whether anybody or anything says that it is fulfilled. */
    boolean isClaimed() {
        return byDeadline || positions.stream().anyMatch(one -> one.word() == Word.REPORTED);
    }

    private boolean isDisputed() {
        return positions.stream().anyMatch(one -> one.word() == Word.DISPUTED);
    }

    /** Where that leads, when these sides have a say. */
    CommitmentStatus status(Set<String> sides) {
        if (!isClaimed()) {
            return CommitmentStatus.IN_PROGRESS;
        }
        if (isDisputed()) {
            return CommitmentStatus.DISPUTED;
        }
        return agreeing().containsAll(sides) ? CommitmentStatus.FULFILLED : CommitmentStatus.REPORTED_FULFILLED;
    }

    private Set<String> agreeing() {
        return positions.stream()
                .filter(one -> one.word().agrees())
                .map(Position::side)
                .collect(toSet());
    }

    /** The first day on which a side reported it fulfilled. */
    Optional<LocalDate> claimedOn() {
        return positions.stream()
                .filter(one -> one.word() == Word.REPORTED)
                .map(Position::on)
                .min(LocalDate::compareTo);
    }

    /** A side reports: what was disputed begins anew, and who reports progress takes back that it was done. */
    Review reported(String side, boolean fulfilled, LocalDate on) {
        var open = isDisputed() ? unclaimed() : this;
        if (fulfilled) {
            // Who was told of an earlier report does not know of this one.
            return (open.isSaid(side, Word.REPORTED) ? open.untold() : open).saying(side, Word.REPORTED, on);
        }
        var rest =
                open.isSaid(side, Word.REPORTED) ? open.with(open.others(side)).untold() : open;
        return rest.isClaimed() ? rest : rest.unclaimed();
    }

    /** One report more, with a value or without. */
    Review noting(LocalDate on, @Nullable BigDecimal reported) {
        var newer = reported != null && (valueOn == null || !on.isBefore(valueOn));
        return new Review(
                positions,
                byDeadline,
                deadlineMet,
                reports + 1,
                lastReportedOn == null || on.isAfter(lastReportedOn) ? on : lastReportedOn,
                newer ? Numbers.plain(reported) : value,
                newer ? on : valueOn,
                closing,
                notices);
    }

    /** Who speaks is silent no more, and in a dispute no silence confirms anything. */
    Review saying(String side, Word word, LocalDate on) {
        var said = with(Stream.concat(others(side).stream(), Stream.of(new Position(side, word, on)))
                .sorted(comparing(Position::side))
                .toList());
        return word == Word.DISPUTED
                ? said.untold()
                : said.told(notices.stream()
                        .filter(notice -> !notice.side().equals(side))
                        .toList());
    }

    /** The notice of a side, if it was told. */
    Optional<Notice> notice(String side) {
        return notices.stream().filter(notice -> notice.side().equals(side)).findAny();
    }

    /** A side is told. */
    Review telling(Notice notice) {
        return told(Stream.concat(notices.stream(), Stream.of(notice))
                .sorted(comparing(Notice::side))
                .toList());
    }

    /** With the time of all who are told counted anew; without one that was agreed, nobody's silence says anything. */
    Review counted(@Nullable Period silence, List<SuspensionPeriod> suspensions) {
        return silence == null
                ? untold()
                : told(notices.stream()
                        .map(notice -> notice.counted(silence, suspensions))
                        .toList());
    }

    /** Without notices whose time is over. */
    Review heeding(List<Notice> over) {
        return told(notices.stream().filter(notice -> !over.contains(notice)).toList());
    }

    /** Nobody's silence counts any more. */
    Review untold() {
        return told(List.of());
    }

    private Review told(List<Notice> of) {
        return new Review(positions, byDeadline, deadlineMet, reports, lastReportedOn, value, valueOn, closing, of);
    }

    /** Keeps in mind what was heard of the deadline. */
    Review heard(boolean met) {
        return new Review(positions, byDeadline, met, reports, lastReportedOn, value, valueOn, closing, notices);
    }

    /** The deadline says that it is fulfilled, or takes that back. */
    Review claimedByDeadline(boolean claims) {
        var open = claims && isDisputed() ? unclaimed() : this;
        var other = new Review(
                open.positions,
                claims,
                open.deadlineMet,
                reports,
                lastReportedOn,
                value,
                valueOn,
                closing,
                open.notices);
        return other.isClaimed() ? other : other.unclaimed();
    }

    private List<Position> others(String side) {
        return positions.stream().filter(one -> !one.side().equals(side)).toList();
    }

    private Review unclaimed() {
        return new Review(List.of(), false, deadlineMet, reports, lastReportedOn, value, valueOn, closing, List.of());
    }

    private Review with(List<Position> said) {
        return new Review(said, byDeadline, deadlineMet, reports, lastReportedOn, value, valueOn, closing, notices);
    }

    /** The sides have closed it, and can take that back. */
    Review closed(CommitmentStatus before, List<Position> saidBefore) {
        return closing(new Closing(before, saidBefore)).untold();
    }

    Review reopened() {
        return closing == null ? this : with(closing.positions()).closing(null);
    }

    private Review closing(@Nullable Closing other) {
        return new Review(positions, byDeadline, deadlineMet, reports, lastReportedOn, value, valueOn, other, notices);
    }

    /** The indicator is another one, so that the value says nothing any more. */
    Review withoutValue() {
        return new Review(positions, byDeadline, deadlineMet, reports, lastReportedOn, null, null, closing, notices);
    }

    @Nullable
    Reached reached(@Nullable Target target) {
        return target == null || value == null || valueOn == null ? null : target.reached(value, valueOn);
    }
}
