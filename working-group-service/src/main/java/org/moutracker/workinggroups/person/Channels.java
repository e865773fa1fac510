package org.moutracker.workinggroups.person;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Channels, each once, with the one that nobody can do without. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Channels.Validator.class)
public @interface Channels {

    String message() default "must name each channel once, and IN_APP in any case";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges them. */
    class Validator implements ConstraintValidator<Channels, List<Channel>> {

        @Override
        public boolean isValid(@Nullable List<Channel> channels, ConstraintValidatorContext context) {
            return channels == null
                    || (channels.contains(Channel.IN_APP) && new HashSet<>(channels).size() == channels.size());
        }
    }
}
