package org.moutracker.notifications.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.action.AlertPage.Choice;
import org.moutracker.notifications.action.AlertPage.Knowing;
import org.moutracker.notifications.action.AlertPage.Reporting;
import org.moutracker.notifications.alert.LinkedAlerts;
import org.moutracker.notifications.donereport.DoneReports;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.mail.Days;
import org.moutracker.notifications.mail.Told;
import org.moutracker.notifications.page.Frame;

/** Shows what an alert is about, and the form of its link where that makes sense now. */
@ApplicationScoped
class AlertForms {

    static final List<Integer> SNOOZES = List.of(1, 3, 7);

    private static final int OK = 200;
    private static final int INVALID = 400;
    private static final int REFUSED = 409;

    private final LinkedAlerts alerts;
    private final DoneReports reports;
    private final Describe describe;
    private final InstantSource clock;

    AlertForms(LinkedAlerts alerts, DoneReports reports, Describe describe, InstantSource clock) {
        this.alerts = alerts;
        this.reports = reports;
        this.describe = describe;
        this.clock = clock;
    }

    /**
     * The page as it is first seen, or once more because something was wrong.
     *
     * @param note what was written before
     */
    Response show(Followed followed, @Nullable String wrong, @Nullable String note) {
        return answer(wrong == null ? OK : INVALID, followed, page(followed, wrong, note));
    }

    /** The page of somebody who pressed the button when it made no sense any more. */
    Response refuse(Followed followed) {
        return answer(REFUSED, followed, page(followed, null, null));
    }

    private static Response answer(int status, Followed followed, AlertPage page) {
        var frame = new Frame(followed.language(), followed.heading());
        return frame.answer(status, Templates.alert(frame, page));
    }

    private AlertPage page(Followed followed, @Nullable String wrong, @Nullable String note) {
        var page = AlertPage.of(about(followed), wrong, note);
        return switch (followed.link().action()) {
            case ACKNOWLEDGE -> page.with(knowing(followed));
            case SNOOZE -> {
                var choices = choices(followed);
                yield choices.isEmpty() ? page.without(followed.say().snoozeNot()) : page.with(choices);
            }
            case DONE -> {
                var not = cannotReport(followed);
                yield not == null ? page.with(reporting(followed)) : page.without(not);
            }
            case OPEN, DECIDE -> page;
        };
    }

    private Knowing knowing(Followed followed) {
        var now = clock.instant();
        var zone = followed.standing().alert().zone();
        var latest = followed.knowsUntil(now);
        var to = latest.atZone(zone).toLocalDate();
        var tomorrow = followed.today(now).plusDays(1);
        return new Knowing(Days.moment(latest, zone, followed.language()), tomorrow.isAfter(to) ? to : tomorrow, to);
    }

    /** The days on which it can have been done. */
    Reporting reporting(Followed followed) {
        var begin = followed.standing().outlook().situation().deadline().countedFrom();
        return new Reporting(begin, followed.today(clock.instant()));
    }

    /** The days until which it can wait. */
    List<Choice> choices(Followed followed) {
        var today = followed.today(clock.instant());
        var allowed = alerts.snoozes(followed.link().subject(), days(today).toList());
        return SNOOZES.stream()
                .filter(days -> allowed.contains(today.plusDays(days)))
                .map(days -> new Choice(days, Days.full(today.plusDays(days), followed.language())))
                .toList();
    }

    private static Stream<LocalDate> days(LocalDate today) {
        return SNOOZES.stream().map(today::plusDays);
    }

    /** Why nobody can report it done now; null if somebody can. */
    @Nullable
    String cannotReport(Followed followed) {
        if (!followed.standing().canBeDone()) {
            return followed.say().doneNot();
        }
        return reports.open(followed.standing().alert().deadlineId())
                .map(open -> followed.say().isReported(Days.full(open.on(), followed.language())))
                .orElse(null);
    }

    private About about(Followed followed) {
        var standing = followed.standing();
        return describe.about(
                standing.alert(),
                standing.reader(),
                standing.alert().zone(),
                followed.language(),
                new Told(followed.link().subject(), followed.link().round(), standing.canBeDone()),
                content(standing),
                standing.outlook().situation());
    }

    /** What is true now, not what was true when it fired. */
    static AlertContent content(Standing.Open standing) {
        return AlertContent.of(
                standing.outlook().situation(),
                standing.due(),
                standing.outlook().addressees());
    }
}
