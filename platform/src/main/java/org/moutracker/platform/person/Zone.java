package org.moutracker.platform.person;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.zone.ZoneRulesProvider;
import org.jspecify.annotations.Nullable;

/** An IANA zone; not an offset, whose clocks are nobody's. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Zone.Validator.class)
public @interface Zone {

    String message() default "must be an IANA zone such as Asia/Karachi";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges it. */
    class Validator implements ConstraintValidator<Zone, String> {

        @Override
        public boolean isValid(@Nullable String zone, ConstraintValidatorContext context) {
            return zone == null || ZoneRulesProvider.getAvailableZoneIds().contains(zone);
        }
    }
}
