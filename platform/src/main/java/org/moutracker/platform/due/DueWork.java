package org.moutracker.platform.due;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Work that time causes: rows that are owed something once their instant has come. Every bean that implements this is
 * kept going from the start of the application to its end, on all replicas at once.
 *
 * <p>Claim and effects are one transaction: a batch of due rows is locked, handled, and committed with all that follows
 * from it, the outbox rows included. So nothing is lost and nothing done twice wherever a replica dies, and a day of
 * downtime is made up for in batches, however much has come due. Rows that somebody else holds are skipped: replicas
 * share the work without knowing of each other.
 *
 * @param <R> what is read of a row when it is claimed
 */
public interface DueWork<R> {

    /** What it is called in metrics, in the log and as a thread, such as {@code deadlines}. */
    String name();

    /** Where it lies. */
    DueRows rows();

    /** Reads a claimed row, with the columns that {@link #rows} names. */
    R read(ResultSet row) throws SQLException;

    /**
     * Does what is owed to rows that are claimed, in their transaction and in sets. None of them may be due afterwards.
     *
     * <p>When it fails for a reason that does not pass, fewer rows are tried, down to the one that cannot be handled. That
     * one is logged as an error and put aside for an hour, so that it does not hold up the others.
     */
    void handle(List<R> claimed, Instant now);
}
