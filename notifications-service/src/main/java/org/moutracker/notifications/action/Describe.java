package org.moutracker.notifications.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.moutracker.notifications.action.About.Knowing;
import org.moutracker.notifications.alert.LinkedAlert;
import org.moutracker.notifications.donereport.DoneReport;
import org.moutracker.notifications.donereport.DoneReports;
import org.moutracker.notifications.mail.ActionMessages;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.mail.Days;
import org.moutracker.notifications.mail.DescribeAlert;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.mail.Told;
import org.moutracker.notifications.mail.Words;
import org.moutracker.notifications.plan.Silence;
import org.moutracker.notifications.plan.Silences;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.recipient.Recipient;

/** Says for a reader what an alert is about, and how its deadline stands. */
@ApplicationScoped
class Describe {

    private final DescribeAlert mails;
    private final Silences silences;
    private final DoneReports reports;
    private final InstantSource clock;

    Describe(DescribeAlert mails, Silences silences, DoneReports reports, InstantSource clock) {
        this.mails = mails;
        this.silences = silences;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * For somebody who reads it by a clock, in a language.
     *
     * @param told the message whose links are offered too
     */
    About about(
            LinkedAlert alert,
            Recipient reader,
            ZoneId zone,
            Language language,
            Told told,
            AlertContent content,
            Situation situation) {
        var mail = mails.describe(new Letter.OfStep(
                alert.id(),
                reader.person().id(),
                reader.name(),
                "",
                alert.party(),
                alert.role(),
                zone,
                alert.step(),
                alert.level(),
                null, // the page offers no end to mails of its kind
                alert.firedAt(),
                language.tag(),
                told,
                content));
        return new About(mail, knowing(situation, zone, language), state(content, language));
    }

    private List<Knowing> knowing(Situation situation, ZoneId zone, Language language) {
        var deadline = situation.plan().deadlineId();
        return silences
                .of(List.of(deadline))
                .getOrDefault(deadline, Silence.NONE)
                .at(clock.instant())
                .acknowledged()
                .stream()
                .flatMap(one -> Optional.ofNullable(situation.people().get(one.recipientId())).stream()
                        .map(person -> new Knowing(
                                Words.line(person.name()),
                                Days.moment(one.until(), zone, language),
                                one.note() == null ? null : Words.line(one.note()))))
                .toList();
    }

    private String state(AlertContent content, Language language) {
        var say = language.aboutActions();
        return Optional.ofNullable(content.deadlineId())
                .flatMap(reports::open)
                .map(report -> reported(report, say, language))
                .orElseGet(() -> isOver(content.dueAt()) ? say.isOverdue() : say.isOpen());
    }

    private static String reported(DoneReport report, ActionMessages say, Language language) {
        return say.isReported(Days.full(report.on(), language));
    }

    private boolean isOver(Instant due) {
        return !clock.instant().isBefore(due);
    }
}
