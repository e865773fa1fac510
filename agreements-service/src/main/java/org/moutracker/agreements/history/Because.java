package org.moutracker.agreements.history;

import jakarta.enterprise.context.ApplicationScoped;

/** Says why the present request changes what it changes, where its body says so and nothing that is stored does. */
@ApplicationScoped
public class Because {

    private final ChangeRequest request;

    Because(ChangeRequest request) {
        this.request = request;
    }

    /** For everything that the request changes; a reason in the header stands before it. */
    public void say(String reason) {
        request.because(MailAddresses.without(reason));
    }
}
