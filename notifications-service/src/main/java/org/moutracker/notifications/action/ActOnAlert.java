package org.moutracker.notifications.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import org.moutracker.notifications.alert.LinkedAlerts;
import org.moutracker.notifications.donereport.NewDoneReport;
import org.moutracker.notifications.donereport.ReportDone;
import org.moutracker.notifications.mail.Days;

/** Does what the button of a link does, by the same commands as the API, once. */
@ApplicationScoped
class ActOnAlert {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final LinkedAlerts alerts;
    private final ReportDone report;
    private final LinkUses uses;
    private final AlertForms forms;
    private final InstantSource clock;

    ActOnAlert(LinkedAlerts alerts, ReportDone report, LinkUses uses, AlertForms forms, InstantSource clock) {
        this.alerts = alerts;
        this.report = report;
        this.uses = uses;
        this.forms = forms;
        this.clock = clock;
    }

    /** The alert is held. */
    Response act(Followed followed, ActionForm form) {
        return switch (followed.link().action()) {
            case ACKNOWLEDGE -> acknowledge(followed, form);
            case SNOOZE -> snooze(followed, form);
            case DONE -> report(followed, form);
            // There is no button.
            case OPEN, DECIDE -> forms.show(followed, null, null);
        };
    }

    private Response acknowledge(Followed followed, ActionForm form) {
        var say = followed.say();
        if (ActionForm.isTooLong(form.note())) {
            return forms.show(followed, say.wrongText(), form.note());
        }
        var now = clock.instant();
        var latest = followed.knowsUntil(now);
        var day = ActionForm.day(form.until);
        var until = day.map(chosen -> morning(followed, chosen, latest)).orElse(latest);
        var isNoDay = form.until != null && !form.until.isBlank() && day.isEmpty();
        if (isNoDay || !until.isAfter(now) || until.isAfter(latest)) {
            return forms.show(followed, say.wrongUntil(), form.note());
        }
        var counts = alerts.acknowledge(followed.link().subject(), form.note(), until);
        return done(followed, say.known(moment(followed, counts)));
    }

    /** The last day that is offered is offered to its end. */
    private static Instant morning(Followed followed, LocalDate day, Instant latest) {
        var zone = followed.standing().alert().zone();
        return latest.atZone(zone).toLocalDate().equals(day)
                ? latest
                : day.atTime(MORNING).atZone(zone).toInstant();
    }

    private Response snooze(Followed followed, ActionForm form) {
        var choices = forms.choices(followed);
        if (choices.isEmpty()) {
            return forms.refuse(followed);
        }
        var chosen = choices.stream()
                .map(AlertPage.Choice::days)
                .filter(days -> String.valueOf(days).equals(form.days))
                .findFirst();
        if (chosen.isEmpty()) {
            return forms.show(followed, followed.say().wrongChoice(), null);
        }
        var day = followed.today(clock.instant()).plusDays(chosen.get());
        var when = alerts.snooze(followed.link().subject(), day);
        return done(followed, followed.say().snoozed(moment(followed, when)));
    }

    /** Who reports it knows of it: that counts as an acknowledgement, so that he is left in peace while it is decided. */
    private Response report(Followed followed, ActionForm form) {
        var say = followed.say();
        if (forms.cannotReport(followed) != null) {
            return forms.refuse(followed);
        }
        if (ActionForm.isTooLong(form.note())) {
            return forms.show(followed, say.wrongText(), form.note());
        }
        var on = ActionForm.day(form.on);
        if (on.filter(forms.reporting(followed)::offers).isEmpty()) {
            return forms.show(followed, say.wrongDay(), form.note());
        }
        var standing = followed.standing();
        var alert = standing.alert();
        var isAsked = report.report(
                new NewDoneReport(
                        alert.id(),
                        alert.recipientId(),
                        alert.party(),
                        alert.zone(),
                        on.get(),
                        form.note(),
                        AlertForms.content(standing)),
                standing.outlook().situation());
        var unused = alerts.acknowledge(alert.id(), null, null);
        return done(followed, isAsked ? say.reported() : say.reportedToNobody());
    }

    private Response done(Followed followed, String text) {
        uses.add(followed.link(), clock.instant());
        return Answers.done(followed.language(), followed.heading(), followed.title(), text);
    }

    private static String moment(Followed followed, Instant instant) {
        return Days.moment(instant, followed.standing().alert().zone(), followed.language());
    }
}
