package org.moutracker.notifications.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.action.Standing.Ended;
import org.moutracker.notifications.action.Standing.Open;
import org.moutracker.notifications.alert.LinkedAlert;
import org.moutracker.notifications.alert.LinkedAlerts;
import org.moutracker.notifications.mail.ActionLink;
import org.moutracker.notifications.mail.Days;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.mail.Words;
import org.moutracker.notifications.recipient.Recipients;

/** The links in alerts' messages: what they show, and what their button does, once. */
@ApplicationScoped
class AlertLinks {

    private final LinkedAlerts alerts;
    private final Standings standings;
    private final LinkUses uses;
    private final AlertForms forms;
    private final ActOnAlert act;
    private final Recipients recipients;
    private final InstantSource clock;

    AlertLinks(
            LinkedAlerts alerts,
            Standings standings,
            LinkUses uses,
            AlertForms forms,
            ActOnAlert act,
            Recipients recipients,
            InstantSource clock) {
        this.alerts = alerts;
        this.standings = standings;
        this.uses = uses;
        this.forms = forms;
        this.act = act;
        this.recipients = recipients;
        this.clock = clock;
    }

    Response show(ActionLink link, Language preferred) {
        return answer(link, alerts.find(link.subject()), preferred, followed -> forms.show(followed, null, null));
    }

    /** Of what is held, so that two who press the button at once take turns. */
    Response act(ActionLink link, ActionForm form, Language preferred) {
        return answer(link, alerts.hold(link.subject()), preferred, followed -> act.act(followed, form));
    }

    private Response answer(
            ActionLink link, Optional<LinkedAlert> found, Language preferred, Function<Followed, Response> open) {
        if (found.isEmpty()) {
            return Answers.unknown(preferred);
        }
        var alert = found.get();
        var language = language(alert, preferred);
        if (language == null) {
            // Of whom nothing is known any more nobody is told anything.
            return Answers.over(preferred, null, preferred.aboutActions().left());
        }
        if (!clock.instant().isBefore(link.expiresAt())) {
            return Answers.expired(language);
        }
        var say = language.aboutActions();
        var title = Words.line(alert.content().title());
        var used = uses.of(link);
        if (used.isPresent()) {
            return Answers.used(language, title, say.used(Days.moment(used.get(), alert.zone(), language)));
        }
        return switch (standings.of(alert)) {
            case Ended ended -> Answers.over(language, title, ended.over().in(say));
            case Open standing -> open.apply(new Followed(link, standing, language));
        };
    }

    private @Nullable Language language(LinkedAlert alert, Language preferred) {
        var reader = recipients.find(List.of(alert.recipientId())).get(alert.recipientId());
        return reader == null
                ? null
                : Language.named(reader.person().language()).orElse(preferred);
    }
}
