package org.moutracker.notifications.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.alert.LinkedAlert;
import org.moutracker.notifications.alert.LinkedAlerts;
import org.moutracker.notifications.donereport.DoneReport;
import org.moutracker.notifications.donereport.LinkedReport;
import org.moutracker.notifications.donereport.LinkedReports;
import org.moutracker.notifications.mail.ActionLink;
import org.moutracker.notifications.mail.Days;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.mail.Told;
import org.moutracker.notifications.mail.Words;
import org.moutracker.notifications.page.Frame;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.recipient.Recipient;

/** The links by which those who are asked say whether what was reported done is done. */
@ApplicationScoped
class DecisionLinks {

    private static final int OK = 200;
    private static final int INVALID = 400;

    private final LinkedReports reports;
    private final LinkedAlerts alerts;
    private final Plans plans;
    private final Standings standings;
    private final Describe describe;
    private final InstantSource clock;

    DecisionLinks(
            LinkedReports reports,
            LinkedAlerts alerts,
            Plans plans,
            Standings standings,
            Describe describe,
            InstantSource clock) {
        this.reports = reports;
        this.alerts = alerts;
        this.plans = plans;
        this.standings = standings;
        this.describe = describe;
        this.clock = clock;
    }

    /** What waits for whoever has the link. */
    private record Question(
            LinkedReport asked, LinkedAlert alert, Situation situation, Recipient reader, Language language) {}

    Response show(ActionLink link, Language preferred) {
        return answer(link, reports.find(link.subject()), preferred, question -> page(question, null));
    }

    /** Of what is held, so that two who decide at once take turns. */
    Response act(ActionLink link, ActionForm form, Language preferred) {
        return answer(link, reports.hold(link.subject()), preferred, question -> decide(question, form));
    }

    private Response answer(
            ActionLink link, Optional<LinkedReport> found, Language preferred, Function<Question, Response> open) {
        if (found.isEmpty()) {
            return Answers.unknown(preferred);
        }
        var asked = found.get();
        var report = asked.report();
        var alert = alerts.find(report.alertId());
        var situation = plans.find(report.deadlineId()).map(standings::situation);
        var reader =
                situation.flatMap(around -> Optional.ofNullable(around.people().get(asked.recipientId())));
        if (alert.isEmpty() || reader.isEmpty() || !reports.mayDecide(asked, situation.get())) {
            return Answers.over(preferred, null, preferred.aboutActions().left());
        }
        var language = Language.named(reader.get().person().language()).orElse(preferred);
        if (!clock.instant().isBefore(link.expiresAt())) {
            return Answers.expired(language);
        }
        var say = language.aboutActions();
        var title = Words.line(report.content().title());
        return switch (report.state()) {
            case REPORTED -> open.apply(new Question(asked, alert.get(), situation.get(), reader.get(), language));
            case CONFIRMED -> Answers.used(language, title, say.confirmed());
            case DECLINED -> Answers.used(language, title, say.declined());
            case OVERTAKEN -> Answers.over(language, title, say.overtaken());
        };
    }

    private Response decide(Question question, ActionForm form) {
        var say = question.language().aboutActions();
        var title = Words.line(question.asked().report().content().title());
        if ("confirm".equals(form.decision)) {
            reports.confirm(question.asked());
            return Answers.done(question.language(), say.decide(), title, say.confirmed());
        }
        var reason = form.reason();
        if (!"decline".equals(form.decision) || reason == null || ActionForm.isTooLong(reason)) {
            return page(question, say.wrongReason());
        }
        reports.decline(question.asked(), reason);
        return Answers.done(question.language(), say.decide(), title, say.declined());
    }

    private Response page(Question question, @Nullable String wrong) {
        var language = question.language();
        var report = question.asked().report();
        var zone = question.reader().clock().orElse(question.alert().zone());
        var about = describe.about(
                question.alert(),
                question.reader(),
                zone,
                language,
                new Told(report.alertId(), 0, false),
                report.content(),
                question.situation());
        var frame = new Frame(language, language.aboutActions().decide());
        var page = new DecisionPage(about, what(question, report), note(report), wrong);
        return frame.answer(wrong == null ? OK : INVALID, Templates.decision(frame, page));
    }

    private static String what(Question question, DoneReport report) {
        var name = Optional.ofNullable(question.situation().people().get(report.reporterId()))
                .map(reporter -> Words.line(reporter.name()))
                .orElse("–");
        var day = Days.full(report.on(), question.language());
        return question.language().aboutActions().askWhat(name, report.party(), day);
    }

    private static @Nullable String note(DoneReport report) {
        var note = report.note();
        return note == null ? null : Words.line(note);
    }
}
