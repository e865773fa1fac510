package org.moutracker.notifications.preference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/**
 * When and how somebody wants to be written to.
 *
 * @param unwanted kinds of mails that he can do without and does not want
 */
public record Wishes(QuietHours quietHours, DigestTime digest, List<MailKind> unwanted) {

    /** Of somebody who has said nothing. */
    public static final Wishes USUAL = new Wishes(QuietHours.NONE, DigestTime.NEVER, List.of());

    // A weekend, and a day of prayer or two half ones: with more of them what is mandatory would come too late.
    private static final int MOST_QUIET_DAYS = 3;

    public Wishes {
        unwanted = unwanted.stream().distinct().sorted().toList();
    }

    /** Refuses what cannot be meant, and whatever would keep from somebody what nobody can do without; all of it at once. */
    Wishes require() {
        var violations = new ArrayList<Violation>();
        unwanted.stream()
                .filter(MailKind::isMandatory)
                .forEach(kind -> violations.add(new Violation(
                        "mails." + MailsForm.field(kind),
                        "cannot be switched off: nobody can do without these mails")));
        if (quietHours.from() != null && quietHours.from().equals(quietHours.to())) {
            violations.add(new Violation("quietHours.to", "must be another time than from: nobody is quiet for ever"));
        }
        if (quietHours.days().size() > MOST_QUIET_DAYS) {
            violations.add(new Violation(
                    "quietHours.days",
                    "must be %d at most: what nobody can do without would come too late".formatted(MOST_QUIET_DAYS)));
        }
        var at = digest.at();
        if (at != null && new QuietHours(quietHours.from(), quietHours.to(), List.of()).containTime(at)) {
            violations.add(new Violation("digest.at", "must not lie in the quiet hours"));
        }
        var weekday = digest.weekday();
        if (weekday != null && quietHours.days().contains(weekday)) {
            violations.add(new Violation("digest.weekday", "must not be one of the quiet days"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return this;
    }

    /** Whether somebody gets mails of that kind at all, alone or in a digest: what is to be gathered, and in nothing, is not. */
    public boolean wants(MailKind kind) {
        var isGathered = digest.rhythm() != Rhythm.NONE && unwanted.contains(MailKind.DIGEST);
        return kind.isMandatory() || (!unwanted.contains(kind) && !isGathered);
    }

    /** Whether there are digests for him. */
    public boolean gathers() {
        return digest.rhythm() != Rhythm.NONE && !unwanted.contains(MailKind.DIGEST);
    }

    /** When the next digest after an instant comes; empty when there are none. */
    public Optional<Instant> nextDigest(Instant after, ZoneId zone) {
        return gathers() ? digest.after(after, zone, quietHours) : Optional.empty();
    }

    /** The same without mails of a kind, or with them. */
    public Wishes with(MailKind kind, boolean wanted) {
        var kinds = new ArrayList<>(unwanted);
        kinds.remove(kind);
        if (!wanted) {
            kinds.add(kind);
        }
        return new Wishes(quietHours, digest, kinds);
    }
}
