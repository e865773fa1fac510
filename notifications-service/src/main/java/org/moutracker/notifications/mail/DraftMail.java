package org.moutracker.notifications.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.recipient.Recipient;

/** Writes what mails say, by their templates and in the language of their readers; what many are told alike once for all. */
@ApplicationScoped
class DraftMail {

    // Some 30 kB each.
    private static final int MOST_DRAFTS = 100;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** The two parts of a mail. */
    @CheckedTemplate(basePath = "alert")
    static class Templates {
        static native TemplateInstance html(MailText mail, @Nullable OptOutText optOut);

        static native TemplateInstance text(MailText mail, @Nullable OptOutText optOut);

        static native TemplateInstance movesHtml(MovesText mail);

        static native TemplateInstance movesText(MovesText mail);
    }

    /** The two parts of a mail about a meeting. */
    @CheckedTemplate(basePath = "meeting")
    static class MeetingTemplates {
        static native TemplateInstance invitationHtml(InvitationText mail);

        static native TemplateInstance invitationText(InvitationText mail);

        static native TemplateInstance minutesHtml(MinutesText mail);

        static native TemplateInstance minutesText(MinutesText mail);
    }

    /** The two parts of a mail that asks whether it has arrived. */
    @CheckedTemplate(basePath = "address")
    static class AddressTemplates {
        static native TemplateInstance mailHtml(AddressText mail);

        static native TemplateInstance mailText(AddressText mail);
    }

    /** The two parts of a mail that says that mails to somebody come back. */
    @CheckedTemplate(basePath = "returned")
    static class ReturnedTemplates {
        static native TemplateInstance mailHtml(ReturnedText mail);

        static native TemplateInstance mailText(ReturnedText mail);
    }

    /** The two parts of a mail about what was reported done. */
    @CheckedTemplate(basePath = "action")
    static class DoneReportTemplates {
        static native TemplateInstance noticeHtml(DoneReportText mail);

        static native TemplateInstance noticeText(DoneReportText mail);
    }

    /** The two parts of a digest. */
    @CheckedTemplate(basePath = "digest")
    static class DigestTemplates {
        static native TemplateInstance html(DigestText mail, OptOutText optOut);

        static native TemplateInstance text(DigestText mail, OptOutText optOut);
    }

    private final WriteText writing;
    private final WriteMoves moves;
    private final WriteInvitation invitations;
    private final WriteMinutes minutes;
    private final WriteVerification verifications;
    private final WriteReturned returned;
    private final WriteDoneReport doneReports;
    private final WriteDigest digests;
    private final OptOutLinks optOuts;
    private final InvitationCalendar calendar;
    private final DatesInMail dates;
    private final WriteEntries entries;

    // While it is sent to them, and no longer.
    private final Cache<Shared, Draft> drafts = Caffeine.newBuilder()
            .maximumSize(MOST_DRAFTS)
            .expireAfterWrite(A_MINUTE)
            .build();

    DraftMail(
            WriteText writing,
            WriteMoves moves,
            WriteInvitation invitations,
            WriteMinutes minutes,
            WriteVerification verifications,
            WriteReturned returned,
            WriteDoneReport doneReports,
            WriteDigest digests,
            OptOutLinks optOuts,
            InvitationCalendar calendar,
            DatesInMail dates,
            WriteEntries entries) {
        this.writing = writing;
        this.moves = moves;
        this.invitations = invitations;
        this.minutes = minutes;
        this.verifications = verifications;
        this.returned = returned;
        this.doneReports = doneReports;
        this.digests = digests;
        this.optOuts = optOuts;
        this.calendar = calendar;
        this.dates = dates;
        this.entries = entries;
    }

    /**
     * What a letter says; of a step what it says to all.
     *
     * @param to the mailbox of its reader
     * @param names of those whom it names
     */
    Draft draft(Letter letter, InternetAddress to, Map<UUID, Recipient> names) {
        return switch (letter) {
            case Letter.OfStep step -> drafts.get(Shared.of(step, names), this::write);
            case Letter.OfMoves moved -> {
                var said = moves.write(moved);
                yield alone(
                        said.language(),
                        said.subject(),
                        Templates.movesText(said),
                        Templates.movesHtml(said),
                        dates(dates.of(moved), said.language()));
            }
            case Letter.OfInvitation invitation -> {
                var said = invitations.write(invitation);
                yield alone(
                        said.language(),
                        said.subject(),
                        MeetingTemplates.invitationText(said),
                        MeetingTemplates.invitationHtml(said),
                        CalendarPart.of(
                                invitation.kind().name(), "meeting.ics", calendar.write(invitation, to.getAddress())));
            }
            case Letter.OfMinutes circulated -> {
                var said = minutes.write(circulated);
                yield alone(
                        said.language(),
                        said.subject(),
                        MeetingTemplates.minutesText(said),
                        MeetingTemplates.minutesHtml(said),
                        null);
            }
            case Letter.OfVerification verification -> {
                var said = verifications.write(verification);
                yield alone(
                        said.language(),
                        said.subject(),
                        AddressTemplates.mailText(said),
                        AddressTemplates.mailHtml(said),
                        null);
            }
            case Letter.OfReturned back -> {
                var said = returned.write(back);
                yield alone(
                        said.language(),
                        said.subject(),
                        ReturnedTemplates.mailText(said),
                        ReturnedTemplates.mailHtml(said),
                        null);
            }
            case Letter.OfDoneReport report -> {
                var said = doneReports.write(report);
                yield alone(
                        said.language(),
                        said.subject(),
                        DoneReportTemplates.noticeText(said),
                        DoneReportTemplates.noticeHtml(said),
                        null);
            }
            case Letter.OfDigest digest -> {
                var said = digests.write(digest);
                var optOut = optOuts.text(new OptOut(digest.readerId(), MailKind.DIGEST), said.language());
                yield alone(
                        said.language(),
                        said.subject(),
                        DigestTemplates.text(said, optOut),
                        DigestTemplates.html(said, optOut),
                        null);
            }
        };
    }

    private Draft write(Shared shared) {
        var letter = shared.letter();
        var said = writing.draft(letter, shared.names());
        var optOut = letter.optOut()
                .map(one -> OptOutText.of(Gap.OPT_OUT.sign(), said.language()))
                .orElse(null);
        var language = said.language();
        return new Draft(
                language,
                MimeFormat.words("Subject", said.subject()),
                Gapped.of(render(Templates.text(said, optOut), language)),
                Gapped.of(render(Templates.html(said, optOut), language)),
                dates(dates.of(letter), language));
    }

    /** For one reader. */
    private static Draft alone(
            Language language,
            String subject,
            TemplateInstance text,
            TemplateInstance html,
            @Nullable CalendarPart calendar) {
        return new Draft(
                language,
                MimeFormat.words("Subject", subject),
                Gapped.without(render(text, language)),
                Gapped.without(render(html, language)),
                calendar);
    }

    private static String render(TemplateInstance template, Language language) {
        return template.setLocale(language.tag()).render();
    }

    private @Nullable CalendarPart dates(List<CalendarEntry> shown, Language language) {
        return shown.isEmpty() ? null : CalendarPart.of("PUBLISH", "deadline.ics", entries.publish(shown, language));
    }
}
