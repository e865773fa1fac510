package org.moutracker.agreements.commitment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes the same number always the same way, so that 1.0 is no change of 1. */
final class Numbers {

    private Numbers() {}

    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
