package org.moutracker.timerules.clause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/** Makes proposals of what the forms have found: what belongs together, what is assumed, what cannot be meant. */
final class Assembly {

    private static final Set<String> GIVING_NOTICE = Set.of(
            "notice",
            "notify",
            "notifies",
            "notified",
            "notification",
            "terminate",
            "terminates",
            "terminated",
            "denounce",
            "denounces",
            "denounced",
            "object",
            "objects",
            "informs",
            "gives",
            "given");
    private static final int NOTICE_REACH = 40;
    private static final int THEREAFTER_REACH = 8;

    private final Text text;
    private final Given given;
    private final Notes notes;

    /** Words that were given to one rule already. */
    private final Set<Integer> claimed = new HashSet<>();

    Assembly(Text text, Given given, Notes notes) {
        this.text = text;
        this.given = given;
        this.notes = notes;
    }

    Reading reading(List<Draft> drafts) {
        var affirmed = drafts.stream().filter(this::isAffirmed).toList();
        drafts.forEach(draft -> draft.marks.forEach(
                mark -> IntStream.range(mark.from(), mark.to()).forEach(claimed::add)));
        renewTheTerm(affirmed);
        countVagueWordsFromTheSameEvent(affirmed);
        attachUnless(affirmed);
        attachThereafter(affirmed);
        doubtAlternatives(affirmed);
        var proposals = new ArrayList<Proposal>();
        for (var draft : affirmed) {
            var proposal = proposal(draft);
            if (proposal != null) {
                proposals.add(proposal);
                draft.marks.forEach(mark -> notes.use(mark.from(), mark.to()));
            }
        }
        var notUnderstood = notes.notUnderstood();
        return new Reading(
                outcome(proposals, notUnderstood), proposals, notUnderstood, remarks(proposals, notUnderstood));
    }

    private static Reading.Outcome outcome(List<Proposal> proposals, List<NotUnderstood> notUnderstood) {
        return proposals.isEmpty()
                ? Reading.Outcome.UNREAD
                : notUnderstood.isEmpty() ? Reading.Outcome.READ : Reading.Outcome.PARTIAL;
    }

    private List<String> remarks(List<Proposal> proposals, List<NotUnderstood> notUnderstood) {
        var remarks = new ArrayList<>(notes.reasons());
        if (!proposals.isEmpty() && !notUnderstood.isEmpty()) {
            remarks.add("the words that were not understood may change what the proposals mean");
        }
        if (proposals.isEmpty() && notUnderstood.isEmpty()) {
            remarks.add("no words about a time were found");
        }
        return remarks;
    }

    /** "Neither Party shall … within two years" is no time to do it in. */
    private boolean isAffirmed(Draft draft) {
        var isNegated = notes.isNegated(text.sentence(draft.start()));
        if (isNegated) {
            refuse(draft, "the sentence says that something is not so");
        }
        return !isNegated;
    }

    private void renewTheTerm(List<Draft> drafts) {
        var terms = drafts.stream()
                .flatMap(draft -> draft.steps.stream())
                .filter(Step.Term.class::isInstance)
                .map(Step.Term.class::cast)
                .toList();
        for (var draft : drafts) {
            if (draft.renewsTheTerm && !terms.isEmpty()) {
                draft.steps.add(new Step.Renewed(terms.getFirst().period(), 1));
            }
        }
    }

    /** "Without delay but no later than three working days after receipt": both count from the receipt. */
    private void countVagueWordsFromTheSameEvent(List<Draft> drafts) {
        for (var vague : drafts) {
            if (vague.isVague() && vague.anchor == null) {
                drafts.stream()
                        .filter(other ->
                                other.anchor != null && text.sentence(other.start()) == text.sentence(vague.start()))
                        .findFirst()
                        .ifPresent(other -> vague.anchor = other.anchor);
            }
        }
    }

    /** "Unless" bears on a time of its own where it leads to a notice. */
    private void attachUnless(List<Draft> drafts) {
        for (var draft : drafts.stream().filter(Draft::isNotice).toList()) {
            var start = draft.start();
            var isGiven = draft.marks.getFirst().as() == Part.NOTICE;
            for (var i = start - 1; i >= 0 && i >= start - NOTICE_REACH; i--) {
                isGiven |= text.isIn(i, GIVING_NOTICE);
                if (text.is(i, "unless") && isGiven && claimed.add(i) && text.sentence(i) == text.sentence(start)) {
                    draft.marks.addFirst(new Draft.Mark(i, i + 1, Part.NOTICE));
                    break;
                }
            }
        }
    }

    /** "Thereafter" says of what recurs or is renewed only that something comes first. */
    private void attachThereafter(List<Draft> drafts) {
        for (var draft : drafts) {
            var start = draft.start();
            for (var i = start - 1; draft.goesOn() && i >= 0 && i >= start - THEREAFTER_REACH; i--) {
                if (text.is(i, "thereafter") && claimed.add(i) && text.sentence(i) == text.sentence(start)) {
                    draft.marks.addFirst(
                            new Draft.Mark(i, i + 1, draft.marks.getFirst().as()));
                    break;
                }
            }
        }
    }

    /** Of two times with an "or" between them only one counts, and which is not for us to say. */
    private void doubtAlternatives(List<Draft> drafts) {
        for (var i = 1; i < drafts.size(); i++) {
            var from = drafts.get(i - 1).end();
            var to = drafts.get(i).start();
            for (var at = from; at < to && to - from <= 2; at++) {
                if (text.is(at, "or")) {
                    notes.refuse(at, at + 1, "which of two times counts is not said");
                }
            }
        }
    }

    private @Nullable Proposal proposal(Draft draft) {
        var anchor = anchor(draft);
        if (anchor == null) {
            return refuse(draft, "what it is counted from is not said");
        }
        if (draft.steps.isEmpty()) {
            return refuse(draft, "for as long as what is not said");
        }
        var countsWorkingDays = draft.steps.stream().anyMatch(Step.WorkingDays.class::isInstance);
        if (countsWorkingDays && given.calendars() == null) {
            return refuse(draft, "whose working days are meant is not said: name the calendars to have it read");
        }
        try {
            var calendars = countsWorkingDays ? given.calendars() : null;
            var rule = new Rule(anchor, draft.steps, null, null, null, calendars, null, null, null, null);
            return new Proposal(rule, rule.inWords(), words(draft), draft.remarks);
        } catch (InvalidRule impossible) {
            return refuse(draft, "it would be no rule: " + impossible.getMessage());
        }
    }

    private @Nullable Anchor anchor(Draft draft) {
        if (draft.anchor != null) {
            return draft.anchor;
        }
        var otherwise = draft.otherwise;
        // A renewal and a notice have an event of their own, whatever the rest of the clause counts from.
        if (given.anchor() != null
                && otherwise != AnchorEvent.EXPIRY
                && otherwise != AnchorEvent.NOTIFICATION_RECEIVED) {
            draft.remark(
                    "from when is not said here: counted from " + given.anchor().label() + ", as the caller says");
            return given.anchor();
        }
        if (otherwise == null) {
            return null;
        }
        draft.remark(draft.otherwiseBecause);
        return new Anchor.Event(otherwise);
    }

    private List<MarkedWords> words(Draft draft) {
        return draft.marks.stream()
                .map(mark -> new MarkedWords(
                        text.at(mark.from()).start(), text.at(mark.to() - 1).end(), mark.as()))
                .toList();
    }

    private @Nullable Proposal refuse(Draft draft, String because) {
        draft.marks.forEach(mark -> notes.refuse(mark.from(), mark.to(), because));
        return null;
    }
}
