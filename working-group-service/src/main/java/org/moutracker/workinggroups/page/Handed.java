package org.moutracker.workinggroups.page;

import java.time.LocalDate;
import org.moutracker.workinggroups.report.StoredReport;

/** A report that a page leads to. */
record Handed(AskedReport report, LocalDate from, LocalDate to) {

    static Handed of(StoredReport.Summary summary) {
        return new Handed(AskedReport.named(summary.number()).orElseThrow(), summary.from(), summary.to());
    }

    static Handed of(AskedReport.Days days) {
        return new Handed(days, days.from(), days.to());
    }

    /** Its number; empty for what is known by now. */
    public String number() {
        return switch (report) {
            case AskedReport.Numbered numbered -> numbered.name();
            case AskedReport.Days _ -> "";
        };
    }

    /** The last part of its address. */
    public String name() {
        return report.name();
    }
}
