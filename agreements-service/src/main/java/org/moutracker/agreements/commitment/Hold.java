package org.moutracker.agreements.commitment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;

/** What its agreement does to a commitment, whatever has been done about it. */
enum Hold {
    FREE,
    SUSPENDED,
    CEASED,
    /** The agreement has ended, and what is in progress goes on. */
    CEASED_UNLESS_ONGOING,
    /** The agreement was registered by mistake, so nothing was ever owed. */
    VOID;

    static Hold of(Standing agreement, @Nullable Survival survival, List<String> areas) {
        if (agreement.status() == AgreementStatus.VOIDED) {
            return VOID;
        }
        if (agreement.status().isOver()) {
            return survival == Survival.ONGOING_CONTINUE ? CEASED_UNLESS_ONGOING : CEASED;
        }
        var suspension = agreement.suspension();
        return suspension != null && suspension.covers(areas) ? SUSPENDED : FREE;
    }

    /**
     * Where a commitment stands under it. What is said to be done, and what is closed, stays so: whether it was done does
     * not depend on what becomes of the agreement afterwards (Vienna Convention on the Law of Treaties, article 70).
     */
    CommitmentStatus over(CommitmentStatus progress) {
        if (progress.isClosed() || (isSaidToBeDone(progress) && this != VOID)) {
            return progress;
        }
        return switch (this) {
            case FREE -> progress;
            case SUSPENDED -> CommitmentStatus.SUSPENDED;
            case CEASED, VOID -> CommitmentStatus.CANCELLED;
            case CEASED_UNLESS_ONGOING ->
                progress == CommitmentStatus.IN_PROGRESS ? progress : CommitmentStatus.CANCELLED;
        };
    }

    private static boolean isSaidToBeDone(CommitmentStatus progress) {
        return progress == CommitmentStatus.REPORTED_FULFILLED || progress == CommitmentStatus.DISPUTED;
    }
}
