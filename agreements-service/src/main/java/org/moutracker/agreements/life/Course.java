package org.moutracker.agreements.life;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/** One way through a life: takes what was recorded and what time brings in the order of their days. */
final class Course {

    /** What time brings next; of two on one day the first named comes first. */
    private record ByTime(LegalEventType type, LocalDate on) {}

    private final LocalDate today;
    private final int most;
    private final List<Line> lines;
    private final Deque<Line> coming;
    private final Deque<Amended> amendments;
    private final Set<LegalEventType> happened;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<UUID, String> refused = new HashMap<>();

    final Suspending suspending;

    /** Those that hold on the day that has been reached. */
    private Terms terms;

    private Consents consents;
    private Map<AnchorEvent, PartialDate> facts;
    private Entry entry;

    @Nullable
    LocalDate provisional;

    @Nullable
    LocalDate entered;

    @Nullable
    RunningTerm term;

    /** The term before the last renewal. */
    @Nullable
    RunningTerm before;

    @Nullable
    Happening renewal;

    @Nullable
    Notice notice;

    /** The last notice that was withdrawn, and when. */
    @Nullable
    Notice withdrawn;

    @Nullable
    Happening ended;

    /** A notice of termination. */
    record Notice(
            LocalDate givenOn, LocalDate endsOn, @Nullable LocalDate withdrawnOn) {}

    Course(Terms terms, List<Line> lines, LocalDate today, int most) {
        this.terms = terms;
        this.lines = lines;
        this.today = today;
        this.most = most;
        this.consents = new Consents(terms, lines);
        this.facts = consents.facts();
        this.entry = new Entry(terms, consents, facts);
        this.suspending = new Suspending(terms.areas());
        this.coming = new ArrayDeque<>(lines.stream()
                .filter(Line::isMoving)
                .sorted(comparing(line -> line.movesOn().orElseThrow()))
                .toList());
        this.amendments = new ArrayDeque<>(terms.amended());
        this.happened = new TreeSet<>(comparing(LegalEventType::name));
        lines.stream()
                .map(Line::type)
                .filter(type -> !type.isMoving() && type != LegalEventType.CORRECTED)
                .forEach(happened::add);
    }

    Life life(Set<Integer> after) {
        var stood = new HashMap<Integer, Standing>();
        do {
            if (after.contains(happenings.size())) {
                stood.put(happenings.size(), standing());
            }
        } while (happenings.size() < most && goOn());
        return new Life(
                standing(),
                List.copyOf(happenings),
                Map.copyOf(refused),
                next(),
                notice == null ? null : notice.givenOn(),
                stood);
    }

    /** Lives until the next happening, or until one is refused; false when there is none by today. */
    private boolean goOn() {
        var byTime = byTime();
        var line = coming.peek();
        var change = amendments.peek();
        if (change != null && comesNext(change, byTime, line)) {
            amend(amendments.remove());
            return true;
        }
        if (line != null && byTime.filter(time -> !time.on().isAfter(on(line))).isEmpty()) {
            if (on(line).isAfter(today)) {
                return false;
            }
            record(coming.remove());
            return true;
        }
        var due = byTime.filter(this::isDue);
        due.ifPresent(this::bring);
        return due.isPresent();
    }

    /** A term that is over with the day before an amendment is not over if the amendment says so: nobody wants a gap. */
    private boolean comesNext(Amended change, Optional<ByTime> byTime, @Nullable Line line) {
        return !change.from().isAfter(today)
                && byTime.filter(time -> time.on().isBefore(change.from())).isEmpty()
                && (line == null || !on(line).isBefore(change.from()));
    }

    private void amend(Amended change) {
        terms = terms.with(change);
        consents = new Consents(terms, lines);
        facts = consents.facts();
        entry = new Entry(terms, consents, facts);
        if (entered != null) {
            term = term == null ? RunningTerm.of(terms, entered).orElse(null) : term.amended(terms);
        }
    }

    private static LocalDate on(Line line) {
        return line.movesOn().orElseThrow();
    }

    private boolean isDue(ByTime time) {
        return !time.on().isAfter(today) || (time.type() == LegalEventType.ENTERED_INTO_FORCE && !entry.isAwaited());
    }

    private Optional<ByTime> byTime() {
        if (ended != null) {
            return Optional.empty();
        }
        if (entered == null) {
            return entry.day().map(day -> new ByTime(LegalEventType.ENTERED_INTO_FORCE, day));
        }
        var termination =
                Optional.ofNullable(notice).map(given -> new ByTime(LegalEventType.TERMINATED, given.endsOn()));
        var end = Optional.ofNullable(term)
                .flatMap(RunningTerm::endsOn)
                .map(last -> new ByTime(atTheEnd(), last.plusDays(1)));
        return Stream.of(termination, end).flatMap(Optional::stream).min(comparing(ByTime::on));
    }

    private LegalEventType atTheEnd() {
        return term != null && term.renewsItself(notice == null ? null : notice.givenOn())
                ? LegalEventType.RENEWED
                : LegalEventType.EXPIRED;
    }

    private void bring(ByTime time) {
        var isEndOfTerm = time.type() == LegalEventType.RENEWED || time.type() == LegalEventType.EXPIRED;
        var happening = new Happening(
                time.type(), time.on(), isEndOfTerm ? time.on().minusDays(1) : time.on(), Optional.empty());
        if (time.type() == LegalEventType.ENTERED_INTO_FORCE) {
            entered = time.on();
            term = RunningTerm.of(terms, entered).orElse(null);
            happens(happening);
        } else if (time.type() == LegalEventType.RENEWED && term != null) {
            renewed(happening, term.renewedTacitly());
        } else {
            end(happening);
        }
    }

    private void record(Line line) {
        try {
            new Recorded(this, line).happen();
        } catch (Impossible impossible) {
            refused.put(line.id(), impossible.rule());
        }
    }

    void happens(Happening happening) {
        happenings.add(happening);
        happened.add(happening.type());
    }

    void noLongerStands(LegalEventType type) {
        happened.remove(type);
    }

    void renewed(Happening happening, RunningTerm longer) {
        before = term;
        term = longer;
        renewal = happening;
        happens(happening);
    }

    void end(Happening happening) {
        ended = happening;
        happens(happening);
    }

    Terms terms() {
        return terms;
    }

    LocalDate today() {
        return today;
    }

    Entry entry() {
        return entry;
    }

    AgreementStatus status() {
        if (ended != null) {
            return AgreementStatus.valueOf(ended.type().name());
        }
        if (entered == null) {
            return consents.isSigned() ? AgreementStatus.SIGNED : AgreementStatus.DRAFT;
        }
        if (notice != null) {
            return AgreementStatus.TERMINATION_NOTIFIED;
        }
        return suspending.isWhole() ? AgreementStatus.SUSPENDED : AgreementStatus.IN_FORCE;
    }

    private Standing standing() {
        var known = new EnumMap<AnchorEvent, PartialDate>(AnchorEvent.class);
        known.putAll(facts);
        if (entered != null) {
            known.put(AnchorEvent.ENTRY_INTO_FORCE, PartialDate.of(entered));
            if (ended == null || ended.type() == LegalEventType.EXPIRED) {
                Optional.ofNullable(term)
                        .flatMap(RunningTerm::endsOn)
                        .ifPresent(day -> known.put(AnchorEvent.EXPIRY, PartialDate.of(day)));
            }
        }
        return new Standing(
                status(),
                known,
                List.copyOf(happened),
                ended == null ? suspending.suspension() : null,
                suspending.periods(),
                new Times(this).list(),
                entered == null && ended == null ? entry.waitingFor() : List.of(),
                currentTerm(),
                entered == null && ended == null ? provisional : null,
                entered);
    }

    private @Nullable CurrentTerm currentTerm() {
        if (ended != null || term == null || term.endsOn().isEmpty()) {
            return null;
        }
        return new CurrentTerm(
                term.endsOn().get(),
                term.renewals(),
                term.objection().flatMap(term::day).orElse(null),
                term.notice().flatMap(term::day).orElse(null));
    }

    private Optional<LocalDate> next() {
        var days = new ArrayList<LocalDate>();
        coming.stream().map(Course::on).findFirst().ifPresent(days::add);
        byTime().map(ByTime::on).ifPresent(days::add);
        new Times(this).windows().map(last -> last.plusDays(1)).forEach(days::add);
        return days.stream().filter(day -> day.isAfter(today)).min(LocalDate::compareTo);
    }
}
