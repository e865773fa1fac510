package org.moutracker.notifications.mail;

/**
 * What a mail tells one reader alone. Where it is written for many at once a sign stands for it: a control character, since
 * what others have written has none ({@link Words}).
 */
enum Gap {
    READER('\u0001'),
    ACKNOWLEDGE('\u0002'),
    SNOOZE('\u0003'),
    DONE('\u0004'),
    OPEN('\u0005'),
    OPT_OUT('\u0006');

    private static final char FIRST_PEER = '\u0090';
    private static final char LAST_PEER = '\u009F';

    private final char sign;

    Gap(char sign) {
        this.sign = sign;
    }

    static Gap of(Action action) {
        return switch (action) {
            case ACKNOWLEDGE -> ACKNOWLEDGE;
            case SNOOZE -> SNOOZE;
            case DONE -> DONE;
            case OPEN -> OPEN;
            case DECIDE -> throw new IllegalArgumentException("no reminder asks for a decision");
        };
    }

    /** As it stands in a text. */
    String sign() {
        return String.valueOf(sign);
    }

    static boolean isSign(char c) {
        return c >= READER.sign && c <= OPT_OUT.sign;
    }

    static Gap of(char sign) {
        return values()[sign - READER.sign];
    }

    /** What marks the line about somebody, by his place among those whom a mail names: he does not get it himself. */
    static String peer(int place) {
        var sign = FIRST_PEER + place;
        if (sign > LAST_PEER) {
            throw new IllegalArgumentException("a mail names fewer people");
        }
        return String.valueOf((char) sign);
    }

    static boolean isPeer(char c) {
        return c >= FIRST_PEER && c <= LAST_PEER;
    }

    static int place(char peer) {
        return peer - FIRST_PEER;
    }
}
