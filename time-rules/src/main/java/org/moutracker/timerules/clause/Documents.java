package org.moutracker.timerules.clause;

import static org.moutracker.timerules.AnchorEvent.NOTIFICATION_RECEIVED;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the receipt of something that is sent: {@code receipt of the readmission application}. */
final class Documents {

    private static final Set<String> KINDS = Set.of(
            "application",
            "communication",
            "document",
            "documents",
            "invoice",
            "letter",
            "notification",
            "notice",
            "note",
            "offer",
            "proposal",
            "query",
            "report",
            "request");

    private static final List<Phrase> OF = Phrase.all("of such|this|that|the|a|an|its? written?");

    private Documents() {}

    static @Nullable Named received(Text text, int at) {
        var name = Phrase.skip(OF, text, at + 1);
        if (name == at + 1) {
            return Named.of(
                    NOTIFICATION_RECEIVED, name, "what is received is not said here: taken as the notification");
        }
        // One word may say which of them it is: a readmission application.
        var kind = text.isIn(name, KINDS) ? name : name + 1;
        return text.isIn(kind, KINDS) && text.at(name).kind() == Token.Kind.WORD
                ? Named.of(
                        NOTIFICATION_RECEIVED,
                        kind + 1,
                        "“" + text.words(at, kind + 1) + "” is taken as a notification that was received")
                : null;
    }
}
