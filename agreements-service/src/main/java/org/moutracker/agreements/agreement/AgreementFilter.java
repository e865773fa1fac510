package org.moutracker.agreements.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.search.Words;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * Which agreements a list is to show: those that are all of it.
 *
 * @param voided also what was registered by mistake; always found by whoever asks for that status
 * @param tags what each must have, of which there is one at most of a kind
 * @param words a {@code tsquery}
 * @param draftsOf the party whose drafts are among them; an empty one for none's, null for everybody's
 */
record AgreementFilter(
        List<AgreementStatus> statuses,
        boolean voided,
        List<AgreementType> types,
        Map<Trait, String> tags,
        DayRange signed,
        DayRange inForce,
        DayRange registered,
        @Nullable String words,
        @Nullable Officer officer,
        @Nullable String draftsOf) {

    /** Who is responsible, and on which day. */
    record Officer(String subject, LocalDate on) {}

    private static final int LONGEST = 300;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static @Nullable String country(@Nullable String code) {
        if (code != null && !COUNTRIES.contains(code)) {
            throw new InvalidRequest("country", "must be an ISO 3166-1 alpha-2 code");
        }
        return code;
    }

    /** Reads what is asked for in words. */
    static String words(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidRequest("q", "must have %d characters at most".formatted(LONGEST));
        }
        var words = Words.query(text);
        if (words.isEmpty()) {
            throw new InvalidRequest("q", "must have a letter or a digit");
        }
        return words;
    }

    /** What is asked for as a whole; what is left out is not asked for. */
    static final class Tags {
        private final Map<Trait, String> tags = new EnumMap<>(Trait.class);

        Tags with(Trait tag, String parameter, @Nullable Object value) {
            if (value != null) {
                var text = value.toString();
                if (text.isBlank() || text.length() > LONGEST) {
                    throw new InvalidRequest(parameter, "must have 1 to %d characters".formatted(LONGEST));
                }
                if (text.indexOf('\0') >= 0) {
                    throw new InvalidRequest(parameter, "must not have the character U+0000");
                }
                tags.put(tag, tag.of(value));
            }
            return this;
        }

        Map<Trait, String> all() {
            return tags;
        }
    }

    String[] allTags() {
        var all = new ArrayList<>(tags.values());
        if (types.size() == 1) {
            all.add(Trait.TYPE.of(types.getFirst()));
        }
        return all.toArray(String[]::new);
    }

    static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }
}
