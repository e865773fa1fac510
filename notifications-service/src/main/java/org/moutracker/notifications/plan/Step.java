package org.moutracker.notifications.plan;

/**
 * One rung of a ladder.
 *
 * @param offset days from the last day: T-14 lies before it, T-0 on it, T+7 after it
 */
public record Step(int offset) implements Comparable<Step> {

    private static final int ESCALATED_FROM = 7;

    /** Whether it reminds of what can still be done in time. */
    public boolean isReminder() {
        return offset <= 0;
    }

    /** Whether it tells, beyond those who are responsible, those who answer for them. */
    boolean isEscalated() {
        return offset >= ESCALATED_FROM;
    }

    @Override
    public int compareTo(Step other) {
        return Integer.compare(offset, other.offset);
    }

    /** As people write it: {@code T-14}, {@code T-0}, {@code T+7}. */
    @Override
    public String toString() {
        return offset > 0 ? "T+" + offset : "T-" + -offset;
    }
}
