package org.moutracker.notifications.mail;

/** The line of a mail by which its reader can put an end to such mails, as its templates need it. */
record OptOutText(Language language, String says, String does, String link) {

    static OptOutText of(String link, Language language) {
        var say = language.aboutOptOuts();
        return new OptOutText(language, say.youGet(), say.stop(), link);
    }
}
