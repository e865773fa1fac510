package org.moutracker.workinggroups.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.report.GroupReport;
import org.moutracker.workinggroups.report.StoredReports;
import org.moutracker.workinggroups.report.WriteReport;

/** Reads the reports of groups for their pages: those that were handed in as they were, those of some days by now. */
@ApplicationScoped
class ReadReports {

    /** As many as there are in some years. */
    private static final int MOST = 12;

    private final GroupRows groups;
    private final StoredReports stored;
    private final WriteReport writeReport;

    ReadReports(GroupRows groups, StoredReports stored, WriteReport writeReport) {
        this.groups = groups;
        this.stored = stored;
        this.writeReport = writeReport;
    }

    /** Whether a link to it would lead anywhere; days that are still to come are reported when they are over. */
    boolean isKnown(UUID group, AskedReport asked) {
        return switch (asked) {
            case AskedReport.Numbered(var year, var serial) ->
                stored.find(group, year, serial).isPresent();
            case AskedReport.Days _ -> true;
        };
    }

    /** The last ones of a group, the newest first. */
    List<Handed> latest(UUID group) {
        return stored.latest(group, MOST).stream().map(Handed::of).toList();
    }

    /**
     * Empty for one that nobody handed in, and for days that are not over.
     *
     * @param source the address of its page
     */
    @Transactional
    Optional<ReportPage> find(UUID group, AskedReport asked, Language language, String source, Instant now) {
        return groups.find(List.of(group), now).stream().findFirst().flatMap(row -> {
            var clocks = new GroupClocks(row.parties());
            return switch (asked) {
                case AskedReport.Numbered(var year, var serial) ->
                    stored.find(group, year, serial)
                            .map(report -> page(report.content(), report.number(), clocks, language, source));
                case AskedReport.Days(var from, var to) ->
                    to.isAfter(clocks.latestDay(now))
                            ? Optional.empty()
                            : Optional.of(page(writeReport.of(group, from, to, null), null, clocks, language, source));
            };
        });
    }

    private static ReportPage page(
            GroupReport content, @Nullable String number, GroupClocks clocks, Language language, String source) {
        return new ReportPage(
                number,
                content,
                content.agreements().stream()
                        .map(part -> Agreed.of(part, language))
                        .toList(),
                clocks.at(content.asOf()),
                source);
    }
}
