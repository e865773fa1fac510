package org.moutracker.platform.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** How much may be in a JSON document, whoever sends it; what is too much is told in words for whoever sent it. */
final class JsonLimits extends StreamReadConstraints {

    private static final long serialVersionUID = 1;

    // A registration has seven levels, a rule within rules some more.
    private static final int DEPTH = 50;

    // The longest text that anything takes has 20,000 characters.
    private static final int TEXT = 100_000;

    // A name that is no field is answered with the fields that are.
    private static final int NAME = 200;

    // A date in the year a billion has fewer digits, and an amount of money, too.
    private static final int NUMBER = 50;

    // What is ours has ten bytes and more to a value: a megabyte, which is what requests and events have at most.
    private static final int VALUES = 100_000;

    JsonLimits() {
        super(DEPTH, -1, NUMBER, TEXT, NAME, VALUES);
    }

    @Override
    public void validateNestingDepth(int depth) throws StreamConstraintsException {
        refuse(depth > DEPTH, "is nested too deeply: %d levels at most", DEPTH);
    }

    @Override
    public void validateTokenCount(long count) throws StreamConstraintsException {
        refuse(count > VALUES, "has too many fields and values: %d at most", VALUES);
    }

    @Override
    public void validateStringLength(int length) throws StreamConstraintsException {
        refuse(length > TEXT, "has a text that is too long: %d characters at most", TEXT);
    }

    @Override
    public void validateNameLength(int length) throws StreamConstraintsException {
        refuse(length > NAME, "has a name of a field that is too long: %d characters at most", NAME);
    }

    @Override
    public void validateFPLength(int length) throws StreamConstraintsException {
        refuse(length > NUMBER, "has a number that is too long: %d digits at most", NUMBER);
    }

    @Override
    public void validateIntegerLength(int length) throws StreamConstraintsException {
        validateFPLength(length);
    }

    private static void refuse(boolean isTooMuch, String sentence, int most) throws StreamConstraintsException {
        if (isTooMuch) {
            throw new StreamConstraintsException(sentence.formatted(most));
        }
    }
}
