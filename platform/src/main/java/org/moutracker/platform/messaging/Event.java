package org.moutracker.platform.messaging;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fact that has happened, told to other services. Implementations are records in the past tense, named after their
 * subject: {@code AgreementSigned} is told as {@code mou.agreement.signed.v1}.
 */
public interface Event {

    /** The subject's noun as events name it, such as {@code working-group}. */
    String noun();

    Topic topic();

    /** The subject's id, also the Kafka key, so events about one subject stay in order. */
    String subject();

    /** The whole state of the subject after the fact, so that a lost message heals with the next; null erases it. */
    @Nullable
    Object state();

    default String type() {
        return typeOf(noun(), getClass().getSimpleName());
    }

    /** The type of an event by its record's name: {@code working-group}, {@code WorkingGroupMandated}. */
    static String typeOf(String noun, String recordName) {
        var kebab = CAPITAL.matcher(recordName).replaceAll("-$0").toLowerCase(Locale.ROOT);
        return "mou." + noun + "." + kebab.substring(noun.length() + 2) + ".v1";
    }

    Pattern CAPITAL = Pattern.compile("[A-Z]");
}
