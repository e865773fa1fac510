package org.moutracker.timerules.clause;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** A rule on the way to becoming a proposal. */
final class Draft {

    /** Some tokens and what they are. */
    record Mark(int from, int to, Part as) {}

    final List<Step> steps;
    final List<Mark> marks = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();

    @Nullable
    Anchor anchor;

    /** What is assumed, and said, when neither the text nor the caller names an anchor. */
    @Nullable
    AnchorEvent otherwise;

    String otherwiseBecause = "";

    /** Whether it is a renewal for as long as the term, which another part of the text must name. */
    boolean renewsTheTerm;

    Draft(Step... steps) {
        this.steps = new ArrayList<>(List.of(steps));
    }

    Draft mark(int from, int to, Part as) {
        if (from < to) {
            marks.add(new Mark(from, to, as));
        }
        return this;
    }

    Draft from(Named named, int start) {
        anchor = named.anchor();
        remarks.addAll(named.remarks());
        return mark(start, named.next(), Part.ANCHOR);
    }

    Draft otherwise(AnchorEvent event, String because) {
        otherwise = event;
        otherwiseBecause = because;
        return this;
    }

    Draft remark(String remark) {
        remarks.add(remark);
        return this;
    }

    /** The first of its tokens. */
    int start() {
        return marks.getFirst().from();
    }

    boolean isNotice() {
        return marks.stream().anyMatch(mark -> mark.as() == Part.NOTICE)
                || (!steps.isEmpty()
                        && steps.getFirst() instanceof Step.AtLeastBefore
                        && anchor instanceof Anchor.Event(var event)
                        && event == AnchorEvent.EXPIRY);
    }

    /** The token behind the last of its own. */
    int end() {
        return marks.getLast().to();
    }

    boolean goesOn() {
        var first = marks.getFirst().as();
        return first == Part.RECURRENCE || first == Part.RENEWAL;
    }

    boolean isVague() {
        return !steps.isEmpty() && steps.getFirst() instanceof Step.Vague;
    }
}
