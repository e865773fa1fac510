package org.moutracker.workinggroups.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.page.LinkTime;
import org.moutracker.platform.problem.InvalidRequest;

/** Which page a link is to open, and for how long. */
@Schema(
        name = "NewPageLink",
        description = "Either a working group, perhaps a report of it, or a person, and for how long.")
record PageLinkForm(
        @Schema(description = "The group whose page it is.", nullable = true) @Nullable
        UUID workingGroupId,

        @Schema(description = "The person whose page it is.", nullable = true) @Nullable
        UUID personId,

        @Schema(
                description =
                        "The report of the group whose page it is: the number of one that was handed in, or the first"
                                + " and the last day for what is known when the page is opened.",
                examples = {"R-2026-01", "2025-10-14--2026-10-13"},
                nullable = true)
        @Nullable
        String report,

        @Schema(description = "PT1M to P7D; PT1H unless told.", examples = "P2D", nullable = true) @Nullable
        String validFor) {

    PageSubject subject() {
        if (workingGroupId != null && personId != null) {
            throw new InvalidRequest("personId", "must be left out where a working group is named");
        }
        if (workingGroupId == null && personId == null) {
            throw new InvalidRequest("workingGroupId", "must be given, or a person");
        }
        if (workingGroupId == null) {
            if (report != null) {
                throw new InvalidRequest("report", "must be left out where a person is named");
            }
            return new PageSubject.OfMember(requireNonNull(personId));
        }
        return report == null
                ? new PageSubject.OfGroup(workingGroupId)
                : new PageSubject.OfReport(
                        workingGroupId,
                        AskedReport.named(report)
                                .orElseThrow(() -> new InvalidRequest(
                                        "report",
                                        "must be a number such as R-2026-01, or days such as"
                                                + " 2025-10-14--2026-10-13")));
    }

    Duration duration() {
        return LinkTime.read(validFor);
    }
}
