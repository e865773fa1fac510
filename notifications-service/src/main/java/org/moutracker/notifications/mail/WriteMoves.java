package org.moutracker.notifications.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.mail.Moves.Move;
import org.moutracker.notifications.mail.MovesText.Group;
import org.moutracker.notifications.mail.MovesText.Item;

/** Says in sentences which dates have moved, from when to when and why. */
@ApplicationScoped
class WriteMoves {

    MovesText write(Letter.OfMoves letter) {
        return Phrases.lend(Language.of(letter.language()), phrases -> new Writing(letter, phrases).text());
    }

    /** One of them. */
    private static final class Writing {
        private final Letter.OfMoves letter;
        private final Phrases phrases;
        private final AlertMessages say;
        private final Clocks clocks;

        private Writing(Letter.OfMoves letter, Phrases phrases) {
            this.letter = letter;
            this.phrases = phrases;
            this.say = phrases.language().aboutAlerts();
            this.clocks = new Clocks(phrases);
        }

        private MovesText text() {
            var moves = letter.moves();
            var byCause = moves.first().stream().collect(groupingBy(this::cause, LinkedHashMap::new, toList()));
            return new MovesText(
                    phrases.language(),
                    subject(moves),
                    say.greeting(phrases.inside(letter.reader())),
                    what(moves),
                    byCause.entrySet().stream()
                            .map(cause -> new Group(cause.getKey(), items(cause.getValue())))
                            .toList(),
                    moves.unlisted() > 0 ? phrases.count("movedMore", moves.unlisted()) : null,
                    say.footerMoved());
        }

        private String what(Moves moves) {
            if (moves.count() > 1) {
                return phrases.count(hasMovesAlone(moves) ? "moved" : "changed", moves.count());
            }
            var over = moves.first().getFirst().over();
            if (over == null) {
                return phrases.count("moved", 1);
            }
            return over == DeadlineStatus.MET ? say.oneDone() : say.oneOver();
        }

        private static boolean hasMovesAlone(Moves moves) {
            return moves.first().stream().allMatch(move -> move.over() == null);
        }

        private String subject(Moves moves) {
            if (moves.count() > 1) {
                return phrases.count(hasMovesAlone(moves) ? "movedSubject" : "changedSubject", moves.count());
            }
            var only = moves.first().getFirst();
            var title = phrases.inside(Words.title(only.title()));
            if (only.over() != null) {
                return only.over() == DeadlineStatus.MET ? say.subjectDone(title) : say.subjectOver(title);
            }
            return only.lastDay() == null
                    ? say.subjectUndated(title)
                    : say.subjectMoved(title, clocks.day(only.lastDay()));
        }

        private String cause(Move move) {
            if (move.cause() == null) {
                return say.movedForNoReason();
            }
            var known = new EngineSentences(phrases).say(move.cause());
            return say.movedBecause(known == null ? phrases.inside(move.cause()) : known);
        }

        private List<Item> items(List<Move> moves) {
            return moves.stream().map(this::item).toList();
        }

        private Item item(Move move) {
            var title = phrases.language().nameAmong(move.agreementTitles(), move.agreementTitle());
            var of = Stream.of(move.groupName(), title, move.reference())
                    .flatMap(Stream::ofNullable)
                    .map(phrases::inside)
                    .toList();
            return new Item(
                    Words.line(move.title()),
                    of.isEmpty() ? null : phrases.list(of),
                    say.dayBefore(day(move.from())),
                    now(move));
        }

        private String now(Move move) {
            var over = move.over();
            if (over == null) {
                return say.daySince(day(move.lastDay()));
            }
            return switch (over) {
                case PAUSED -> say.nowSuspended();
                case CANCELLED -> say.nowCancelled();
                case LAPSED -> say.nowLapsed();
                case WAIVED -> say.nowWaived();
                case MET -> say.nowDone();
                case AWAITING_ANCHOR, ACTIVE -> throw new IllegalArgumentException("something is due by it");
            };
        }

        private String day(@Nullable LocalDate day) {
            return day == null ? say.dayNotKnown() : clocks.day(day);
        }
    }
}
