package org.moutracker.notifications.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.Deadline.Due;
import org.moutracker.notifications.deadline.Deadline.Explained;

/** One link of the chain that says why a day is the last one: event, basis, rule, calendar, date. */
@Schema(description = "One link of the chain event → clause or statement → rule → calendar → date.")
public record ReasonLink(
        @Schema(required = true) Link link,

        @Schema(
                required = true,
                description = "The event, the commitment, the step of the rule or of the calendar.",
                examples = "WITHIN P30D")
        String what,

        @Schema(
                required = true,
                nullable = true,
                description = "What it led to, a day as a rule.",
                examples = "2025-10-17")
        @Nullable
        String result,

        @Schema(required = true, nullable = true, examples = "30 days after 2025-09-17") @Nullable
        String because) {

    /** Where a link stands in the chain. */
    public enum Link {
        EVENT,
        BASIS,
        RULE,
        CALENDAR,
        DATE
    }

    /** The chain of a deadline: what its owner explained, with what it rests on and where it ends. */
    static List<ReasonLink> chain(Deadline deadline, Due due) {
        var chain = new ArrayList<ReasonLink>();
        for (var step : deadline.explanation()) {
            chain.add(new ReasonLink(linkOf(step), step.step(), step.result(), step.because()));
        }
        var origin = deadline.origin();
        if (origin != null) {
            var what = origin.commitment() == null ? deadline.title() : origin.commitment();
            chain.add(new ReasonLink(Link.BASIS, what, origin.clause(), origin.basis()));
            if (origin.amendment() != null) {
                chain.add(new ReasonLink(Link.BASIS, "amendment no. " + origin.amendment(), null, null));
            }
        }
        chain.add(new ReasonLink(Link.DATE, "LAST_DAY", due.lastDay().toString(), ends(due.at())));
        chain.sort(Comparator.comparing(ReasonLink::link));
        return List.copyOf(chain);
    }

    private static String ends(Instant at) {
        return "it ends at " + at;
    }

    /** Steps of a reckoning are named in capitals: an anchor stands alone, a rule carries its period. */
    private static Link linkOf(Explained step) {
        var name = step.step();
        if (name.equals("CHECK") || name.startsWith("ROLL ") || name.startsWith("MINIMUM_WORKING_DAYS ")) {
            return Link.CALENDAR;
        }
        if (name.startsWith("CLOCK ")) {
            return Link.DATE;
        }
        return name.contains(" ") || name.equals("EXTENSION") ? Link.RULE : Link.EVENT;
    }
}
