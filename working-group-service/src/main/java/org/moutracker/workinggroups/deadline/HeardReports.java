package org.moutracker.workinggroups.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What became of the confirmed reports that something is done, each written once. */
@ApplicationScoped
class HeardReports {

    private final Session database;

    HeardReports(Session database) {
        this.database = database;
    }

    /**
     * What became of one.
     *
     * @param because why it was refused
     */
    record Outcome(What what, @Nullable String because) {

        /** Whether a report met its deadline, or what kept it from that. */
        enum What {
            MET,
            /** It is met, waived or over already. */
            NOT_OPEN,
            /** It is due on another day by now. */
            MOVED,
            /** It cannot have been done on that day. */
            REFUSED,
            /** There is no such deadline. */
            UNKNOWN
        }

        static Outcome of(What what) {
            return new Outcome(what, null);
        }
    }

    boolean isKnown(UUID report) {
        return !database.createNativeQuery("SELECT id FROM done_report WHERE id = :id", UUID.class)
                .setParameter("id", report)
                .getResultList()
                .isEmpty();
    }

    void add(MeetReported.Confirmed report, Outcome outcome, Instant at) {
        database.createNativeMutationQuery("""
                        INSERT INTO done_report (id, deadline_id, schedule_no, done_on, confirmed_by, heard_at, outcome, because)
                        VALUES (:id, :deadline, :schedule, :day, CAST(:by AS uuid), :at, :outcome, CAST(:because AS text))
                        """)
                .setParameter("id", report.id())
                .setParameter("deadline", report.deadlineId())
                .setParameter("schedule", report.scheduleNo())
                .setParameter("day", report.on())
                .setParameter("by", report.by(), UUID.class)
                .setParameter("at", at)
                .setParameter("outcome", outcome.what().name())
                .setParameter("because", outcome.because(), String.class)
                .executeUpdate();
    }
}
