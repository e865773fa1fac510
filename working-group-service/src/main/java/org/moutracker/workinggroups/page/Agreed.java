package org.moutracker.workinggroups.page;

import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.report.GroupReport;

/**
 * An agreement on the page of a report.
 *
 * @param reference null where it was not known when the report was written
 * @param title in the language of the page if there is one
 * @param language the one that the title is in, as HTML's {@code lang}
 */
record Agreed(@Nullable String reference, @Nullable String title, String language, GroupReport.AgreementPart part) {

    static Agreed of(GroupReport.AgreementPart part, Language language) {
        var titles = part.title();
        for (var tag : new String[] {language.tag(), Language.ENGLISH.tag()}) {
            if (titles.containsKey(tag)) {
                return in(tag, part);
            }
        }
        return in(titles.keySet().stream().sorted().findFirst().orElse("und"), part);
    }

    private static Agreed in(String tag, GroupReport.AgreementPart part) {
        return new Agreed(shown(part.reference()), shown(part.title().get(tag)), tag, part);
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : ShownText.of(text);
    }
}
