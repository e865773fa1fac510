package org.moutracker.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;

/** Says in sentences to whom mails come back, and what is to be done about it. */
@ApplicationScoped
class WriteReturned {

    ReturnedText write(Letter.OfReturned letter) {
        var language = Language.of(letter.language());
        var say = language.aboutReturned();
        var person = Words.line(letter.person());
        return new ReturnedText(
                language,
                say.subject(Isolate.of(Words.title(person), language)),
                say.greeting(Isolate.of(Words.line(letter.reader()), language)),
                say.what(),
                say.member(),
                person,
                say.group(),
                Words.line(letter.group()),
                say.address(),
                Words.line(letter.masked()),
                say.answer(),
                letter.status(),
                say.so(),
                say.please(),
                say.footer());
    }
}
