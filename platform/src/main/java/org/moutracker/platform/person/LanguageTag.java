package org.moutracker.platform.person;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A BCP 47 tag of a language that there is. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageTag.Validator.class)
public @interface LanguageTag {

    String message() default "must be a BCP 47 language such as ur or ar-PS";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges it. */
    class Validator implements ConstraintValidator<LanguageTag, String> {

        @Override
        public boolean isValid(@Nullable String tag, ConstraintValidatorContext context) {
            return tag == null || isLanguage(tag);
        }

        /** Whether a text is the tag of a language that there is. */
        public static boolean isLanguage(String tag) {
            try {
                var language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
                return language.length() == 3
                        || Arrays.asList(Locale.getISOLanguages()).contains(language);
            } catch (IllformedLocaleException e) {
                return false;
            }
        }
    }
}
