package org.moutracker.agreements.agreement;

import java.util.List;

/**
 * What followed from a ledger.
 *
 * @param becameBinding whether its commitments count from now on
 * @param told whether others know of the agreement by now
 * @param lines what the system itself adds to the ledger
 */
record Settlement(boolean becameBinding, boolean told, List<LegalEvent> lines, List<AgreementEvent> events) {}
