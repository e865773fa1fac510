package org.moutracker.workinggroups.page;

import java.util.Arrays;
import java.util.List;
import org.moutracker.platform.page.Stylesheet;

/** What stands around every page. */
record Frame(Language language, List<Choice> choices) {

    static final Stylesheet STYLE = Stylesheet.beside(Frame.class, Stylesheet.Forms.NOWHERE);

    /** A language that the same page can be read in. */
    record Choice(Language language, String address, boolean current) {}

    /** @param query what the address says beside the language */
    static Frame of(Language language, String query) {
        return new Frame(
                language,
                Arrays.stream(Language.values())
                        .map(other -> new Choice(
                                other,
                                "?" + query + (query.isEmpty() ? "" : "&") + "lang=" + other.tag(),
                                other == language))
                        .toList());
    }

    public String style() {
        return STYLE.text();
    }
}
