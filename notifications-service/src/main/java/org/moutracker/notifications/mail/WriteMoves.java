package org.moutracker.notifications.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.mail.Moves.Move;
import org.moutracker.notifications.mail.MovesText.Group;
import org.moutracker.notifications.mail.MovesText.Item;

/** Says in sentences which dates have moved, from when to when and why. */
@ApplicationScoped
class WriteMoves {

    private final AlertMessages say;

    WriteMoves(AlertMessages say) {
        this.say = say;
    }

    MovesText write(Letter.OfMoves letter) {
        var moves = letter.moves();
        var byCause = moves.first().stream().collect(groupingBy(this::cause, LinkedHashMap::new, toList()));
        return new MovesText(
                subject(moves),
                say.greeting(Words.line(letter.reader())),
                what(moves),
                byCause.entrySet().stream()
                        .map(cause -> new Group(
                                cause.getKey(),
                                cause.getValue().stream().map(this::item).toList()))
                        .toList(),
                moves.unlisted() > 0 ? say.moreMoved(moves.unlisted()) : null,
                say.footerMoved());
    }

    private String what(Moves moves) {
        if (moves.count() > 1) {
            return hasMovesAlone(moves) ? say.manyMoved(moves.count()) : say.manyChanged(moves.count());
        }
        var over = moves.first().getFirst().over();
        if (over == null) {
            return say.oneMoved();
        }
        return over == DeadlineStatus.MET ? say.oneDone() : say.oneOver();
    }

    private static boolean hasMovesAlone(Moves moves) {
        return moves.first().stream().allMatch(move -> move.over() == null);
    }

    private String subject(Moves moves) {
        if (moves.count() > 1) {
            return hasMovesAlone(moves) ? say.subjectMoves(moves.count()) : say.subjectChanges(moves.count());
        }
        var only = moves.first().getFirst();
        var title = Words.title(only.title());
        if (only.over() != null) {
            return only.over() == DeadlineStatus.MET ? say.subjectDone(title) : say.subjectOver(title);
        }
        return only.lastDay() == null ? say.subjectUndated(title) : say.subjectMoved(title, Clocks.day(only.lastDay()));
    }

    private String cause(Move move) {
        return move.cause() == null ? say.movedForNoReason() : say.movedBecause(Words.line(move.cause()));
    }

    private Item item(Move move) {
        var of = Stream.of(move.groupName(), move.agreementTitle(), move.reference())
                .filter(Objects::nonNull)
                .map(Words::line)
                .collect(joining(", "));
        return new Item(Words.line(move.title()), of.isEmpty() ? null : of, say.dayBefore(day(move.from())), now(move));
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
        return day == null ? say.dayNotKnown() : Clocks.day(day);
    }
}
