package org.moutracker.notifications.plan;

import java.util.Set;
import org.moutracker.notifications.policy.Circle;
import org.moutracker.notifications.policy.PolicyStep;
import org.moutracker.notifications.policy.StepChannel;

/**
 * One rung of a ladder.
 *
 * @param offset days from the last day: T-14 lies before it, T-0 on it, T+7 after it
 * @param circle how far it goes
 * @param onlyIfNotAcknowledged whether it is left out while it is acknowledged
 * @param channels by what it reaches its readers
 */
public record Step(int offset, Circle circle, boolean onlyIfNotAcknowledged, Set<StepChannel> channels)
        implements Comparable<Step> {

    private static final int ESCALATED_FROM = 7;

    private static final Set<StepChannel> ALL_CHANNELS = Set.of(StepChannel.values());

    /** One of the built-in ladder: what comes before the last day is for those who do not see to it already. */
    public Step(int offset) {
        this(offset, offset >= ESCALATED_FROM ? Circle.FOCAL_POINTS : Circle.RESPONSIBLE, offset < 0, ALL_CHANNELS);
    }

    static Step of(PolicyStep step) {
        return new Step(step.offset(), step.audience(), step.onlyIfNotAcknowledged(), Set.copyOf(step.channels()));
    }

    /** The same again, on another day. */
    Step again(int day) {
        return new Step(day, circle, onlyIfNotAcknowledged && offset > 0, ALL_CHANNELS);
    }

    Step to(Circle further) {
        return new Step(offset, further, onlyIfNotAcknowledged, channels);
    }

    /** Whether it reminds of what can still be done in time. */
    public boolean isReminder() {
        return offset <= 0;
    }

    /** Whether it tells, beyond those who are responsible, those who answer for them. */
    boolean isEscalated() {
        return circle != Circle.RESPONSIBLE;
    }

    /** Whether it comes by mail. */
    public boolean mails() {
        return channels.contains(StepChannel.MAIL);
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
