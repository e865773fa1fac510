package org.moutracker.timerules.clause;

import java.util.List;

/**
 * What was made of a clause. Never more than a proposal: a person decides.
 *
 * @param proposals the rules that it seems to set, all of them together, in the order of the text
 * @param remarks what a person should know about the reading as a whole
 */
public record Reading(
        Outcome outcome, List<Proposal> proposals, List<NotUnderstood> notUnderstood, List<String> remarks) {

    public Reading {
        proposals = List.copyOf(proposals);
        notUnderstood = List.copyOf(notUnderstood);
        remarks = List.copyOf(remarks);
    }

    /** How much of a clause was read. */
    public enum Outcome {
        /** Everything that was recognized as bearing on a time is in a proposal. */
        READ,
        /** There are proposals, and words beside them that may change what they mean. */
        PARTIAL,
        /** Nothing is proposed. */
        UNREAD
    }
}
