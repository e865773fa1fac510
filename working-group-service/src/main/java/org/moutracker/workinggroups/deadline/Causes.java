package org.moutracker.workinggroups.deadline;

/** Why things happen to deadlines that nobody did by hand, as sentences for its history. */
final class Causes {

    private Causes() {}

    static String ofOpening(Deadline deadline) {
        var descent = deadline.descent;
        if (descent.recurrence() != null && descent.occurrence() > 0) {
            return "time no. %d of what recurs every %s"
                    .formatted(descent.occurrence() + 1, descent.recurrence().every());
        }
        if (descent.source() == null) {
            return "entered by a person";
        }
        if (isOfGroup(deadline)) {
            var clause = deadline.origin.clause();
            return clause == null ? "the group set it" : "the group set it: " + clause;
        }
        var commitment = deadline.origin.commitment();
        if (deadline.kind.isWatch()) {
            return "commitment %s has no date: silence about it is watched".formatted(commitment);
        }
        return commitment == null
                ? "it follows from the terms of the agreement"
                : "commitment %s was opened".formatted(commitment);
    }

    private static boolean isOfGroup(Deadline deadline) {
        var source = deadline.descent.source();
        return source != null && source.startsWith("working-groups/");
    }

    static String ofRenaming(Deadline deadline) {
        if (isOfGroup(deadline)) {
            return "the group changed what is due, or who sees to it";
        }
        return deadline.commitmentId == null ? "the agreement was changed" : "its commitment was changed";
    }

    static String ofMove(Deadline deadline, DeadlineStatus was, String otherwise) {
        if (deadline.course.status() == DeadlineStatus.PAUSED && was != DeadlineStatus.PAUSED) {
            var since = deadline.reckoning.suspensions().stream()
                    .filter(suspension -> suspension.until() == null)
                    .map(Suspension::since)
                    .findFirst()
                    .orElseThrow();
            return "suspended since %s: the clock stands".formatted(since);
        }
        return was == DeadlineStatus.PAUSED && deadline.course.status() != DeadlineStatus.PAUSED
                ? "no longer suspended: the days that remained are restored"
                : otherwise;
    }

    static String ofPassing(Deadline deadline) {
        return switch (deadline.course.oncePassed()) {
            case LAPSED -> "the last day has passed: the chance is over";
            case MET -> "its day has come";
            case ACTIVE, AWAITING_ANCHOR, PAUSED, WAIVED, CANCELLED -> "the last day has passed";
        };
    }
}
