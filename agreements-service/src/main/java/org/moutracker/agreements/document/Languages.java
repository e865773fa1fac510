package org.moutracker.agreements.document;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags as BCP 47 spells them. */
final class Languages {

    private Languages() {}

    /** The tag in its usual spelling; empty when it is none. */
    static Optional<String> usual(String tag) {
        try {
            var language = new Locale.Builder().setLanguageTag(tag).build();
            return language.getLanguage().isEmpty() ? Optional.empty() : Optional.of(language.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
