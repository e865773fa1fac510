package org.moutracker.timerules.clause;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** Notice before an expiry or of a termination: {@code six months' written notice before expiry}. */
final class NoticeForm implements Form {

    private static final List<Phrase> LEAD =
            Phrase.all("upon|by|with|on giving? at? least?", "giving|gives|give|given at? least?", "at least");
    private static final List<Phrase> ARTICLE = Phrase.all("a|the? period of");
    private static final List<Phrase> NOTICE = Phrase.all(
            "'s? prior|advance|previous? and? written? notice|notification in? writing?",
            "of notice",
            "period? of notice",
            "written prior|advance? notice");
    private static final List<Phrase> NOTICE_OF =
            Phrase.all("a|the? prior|advance? written? notice period? of at? least?");
    private static final List<Phrase> BEFORE = Phrase.all("prior to", "before|preceding", "in advance of");
    private static final Set<String> ENDING = Set.of(
            "terminate",
            "terminates",
            "terminated",
            "termination",
            "denounce",
            "denounces",
            "denounced",
            "denunciation",
            "withdraw",
            "withdraws",
            "withdrawal",
            "end",
            "ended",
            "ends");
    private static final Set<String> OBJECTING =
            Set.of("unless", "renewed", "renew", "renewal", "extended", "prolonged", "renews", "extension");

    private static final int REACH = 30;
    private static final String AFTER_NOTICE =
            "the notice runs from when it is received, which the text does not say; it then takes effect";

    @Override
    public @Nullable Found at(Text text, int from) {
        var lead = Phrase.skip(LEAD, text, from);
        var noticeOf = Phrase.first(NOTICE_OF, text, lead);
        var amountAt = noticeOf > 0 ? noticeOf : Phrase.skip(ARTICLE, text, lead);
        var amount = Amount.plain(text, amountAt);
        if (amount == null || amount.kind() != Amount.Kind.CALENDAR) {
            return null;
        }
        var end = noticeOf > 0 ? amount.next() : Phrase.first(NOTICE, text, amount.next());
        if (end < 0) {
            return null;
        }
        if (amount.refused() != null) {
            return new Found.Refused(end, amount.refused());
        }
        var before = Phrase.first(BEFORE, text, end);
        if (before > 0) {
            return before(text, from, end, before, amount.period());
        }
        var isObjection = text.before(from, REACH, OBJECTING);
        if (isObjection || !text.near(from, REACH, ENDING)) {
            return new Found.Refused(
                    end,
                    isObjection ? "before what the notice is due is not said" : "what the notice is of is not said");
        }
        var draft = new Draft(new Step.OnDay(amount.period()))
                .mark(from, end, Part.NOTICE)
                .otherwise(AnchorEvent.NOTIFICATION_RECEIVED, AFTER_NOTICE);
        return Found.of(draft, end);
    }

    private static Found before(Text text, int from, int end, int at, Period period) {
        var named = Anchors.read(text, at, true);
        if (named == null) {
            return new Tail(Tail.Way.BEFORE, at, null, Tail.unknown(text, at)).refused(text);
        }
        var draft = new Draft(new Step.AtLeastBefore(period))
                .mark(from, end, Part.NOTICE)
                .mark(end, at, Part.DIRECTION)
                .from(named, at);
        return Found.of(draft, named.next());
    }
}
