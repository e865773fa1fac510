package org.moutracker.notifications.mail;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.MailText.Line;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.Role;

/** Says in sentences which step has come of what, for one reader. */
@ApplicationScoped
class WriteText {

    private final WriteActions actions;

    WriteText(WriteActions actions) {
        this.actions = actions;
    }

    MailText write(Letter.OfStep letter, Map<UUID, Recipient> names) {
        var offered = actions.write(letter);
        return Phrases.lend(
                Language.of(letter.language()), phrases -> new Writing(letter, names, phrases, false).text(offered));
    }

    /** For many readers, with signs where each of them is told something else. */
    MailText draft(Letter.OfStep letter, Map<UUID, Recipient> names) {
        var offered = actions.draft(letter);
        return Phrases.lend(
                Language.of(letter.language()), phrases -> new Writing(letter, names, phrases, true).text(offered));
    }

    /** One of them. */
    private static final class Writing {
        private final Letter.OfStep letter;
        private final AlertContent content;
        private final Map<UUID, Recipient> names;
        private final Phrases phrases;
        private final Language language;
        private final AlertMessages say;
        private final Clocks clocks;
        private final boolean isDraft;

        private Writing(Letter.OfStep letter, Map<UUID, Recipient> names, Phrases phrases, boolean isDraft) {
            this.letter = letter;
            this.content = letter.content();
            this.names = names;
            this.phrases = phrases;
            this.language = phrases.language();
            this.say = language.aboutAlerts();
            this.clocks = new Clocks(phrases);
            this.isDraft = isDraft;
        }

        private MailText text(Actions offered) {
            var reasons = new ReasonInWords(phrases);
            return new MailText(
                    language,
                    subject(),
                    say.greeting(isDraft ? Gap.READER.sign() : phrases.inside(letter.reader())),
                    phrases.say(
                            letter.step().isReminder() ? "before" : "after",
                            Map.of("n", Math.abs(letter.step().offset()), "step", step())),
                    letter.level() == Level.ESCALATION ? escalation() : null,
                    Words.line(content.title()),
                    content.groupName() == null ? null : phrases.inside(content.groupName()),
                    agreement(),
                    say.lastDay(clocks.day(content.lastDay())),
                    clocks(),
                    content.reason().stream().map(reasons::of).toList(),
                    content.missing().stream()
                            .map(missing ->
                                    say.missingOf(phrases.inside(missing.side()), phrases.name("role", missing.what())))
                            .toList(),
                    others(),
                    letter.role() == Role.OFFICER ? say.footerOfficer() : say.footer(role(letter.role()), party()),
                    offered);
        }

        private String step() {
            return phrases.inside(letter.step().toString());
        }

        private String role(Role role) {
            return phrases.name("role", role.name());
        }

        private String party() {
            return phrases.inside(letter.party());
        }

        /** Of officers it is not said whose they are: they may answer for a side that is not theirs. */
        private String escalation() {
            return letter.role() == Role.OFFICER
                    ? say.escalationOfficer()
                    : say.escalation(role(letter.role()), party());
        }

        private String subject() {
            var title = phrases.inside(Words.title(content.title()));
            var day = clocks.day(content.lastDay());
            return switch (letter.level()) {
                case REMINDER -> say.subjectReminder(step(), title, day);
                case OVERDUE -> say.subjectOverdue(step(), title, day);
                case ESCALATION -> say.subjectEscalation(step(), title, day);
                case CHANGED, OVER -> throw new IllegalArgumentException("a move is no step");
            };
        }

        private @Nullable String agreement() {
            var title = language.nameAmong(content.agreementTitles(), content.agreementTitle());
            var named = Stream.of(title, content.reference())
                    .flatMap(Stream::ofNullable)
                    .map(phrases::inside)
                    .toList();
            return named.isEmpty() ? null : phrases.list(named);
        }

        private List<Line> clocks() {
            var own = letter.zone();
            var lines = new ArrayList<Line>();
            lines.add(new Line(say.clockOfReader(phrases.inside(phrases.city(own))), clocks.end(content.dueAt(), own)));
            for (var clock : content.clocks()) {
                var zone = ZoneId.of(clock.zone());
                if (!zone.equals(own)) {
                    lines.add(new Line(
                            say.clockOfSide(phrases.inside(clock.side()), phrases.inside(phrases.city(zone))),
                            clocks.end(content.dueAt(), zone)));
                }
            }
            return lines;
        }

        private List<String> others() {
            var others = new ArrayList<String>();
            content.responsible().stream()
                    .filter(peer -> !peer.id().equals(letter.readerId()))
                    .sorted(comparing(AlertContent.Peer::party))
                    .map(this::other)
                    .filter(Objects::nonNull)
                    .forEach(others::add);
            if (content.more() > 0) {
                others.add(phrases.count("morePeers", content.more()));
            }
            return others.isEmpty() ? List.of(say.nobodyElse()) : others;
        }

        /** Null for somebody who has been erased meanwhile. */
        private @Nullable String other(AlertContent.Peer peer) {
            var person = names.get(peer.id());
            return person == null
                    ? null
                    : sign(peer)
                            + say.peer(phrases.inside(person.name()), role(peer.role()), phrases.inside(peer.party()));
        }

        private String sign(AlertContent.Peer peer) {
            return isDraft ? Gap.peer(content.place(peer.id())) : "";
        }
    }
}
