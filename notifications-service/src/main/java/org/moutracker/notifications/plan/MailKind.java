package org.moutracker.notifications.plan;

/**
 * What a mail is to its reader. This is the one place that says which mails nobody can do without, whatever he prefers: the
 * last reminder that comes before the last day, the one on that day, what says that the day has passed and what is escalated,
 * for whoever has to see to it or answers for those who have, and in the place of whom he hears it; and that a day which he
 * was told is not the day any more. Those may wait for the end of quiet hours, unless it would be too late by then, and for no
 * digest. He can do without all others.
 */
public enum MailKind {
    /** There is still time, and another reminder follows before the last day. */
    REMINDER(false),
    /** No other reminder follows before the last day. */
    LAST_REMINDER(true),
    /** It is the last day. */
    LAST_DAY(true),
    /** The last day has passed. */
    OVERDUE(true),
    /** The own side has not acted, and he answers for it. */
    ESCALATION(true),
    /** The day that he was told is not the day any more, or nothing is due by it. */
    MOVE(true),
    /** It is the other side's to do, and he hears of it since both sides want that. */
    FOR_INFORMATION(false),
    /** Many of those that he can do without, at once. */
    DIGEST(false);

    private final boolean mandatory;

    MailKind(boolean mandatory) {
        this.mandatory = mandatory;
    }

    /**
     * What a step is to somebody.
     *
     * @param lastBefore whether no other step comes for him before the last day
     */
    public static MailKind of(Hearing hearing, Level level, Step step, boolean lastBefore) {
        return hearing == Hearing.OTHER_SIDE ? FOR_INFORMATION : ofOwn(level, step, lastBefore);
    }

    private static MailKind ofOwn(Level level, Step step, boolean lastBefore) {
        return switch (level) {
            case REMINDER -> {
                if (step.offset() == 0) {
                    yield LAST_DAY;
                }
                yield lastBefore ? LAST_REMINDER : REMINDER;
            }
            case OVERDUE -> OVERDUE;
            case ESCALATION -> ESCALATION;
            case CHANGED, OVER -> MOVE;
        };
    }

    /** Whether nobody can do without it. */
    public boolean isMandatory() {
        return mandatory;
    }
}
