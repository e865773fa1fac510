package org.moutracker.platform.access;

import jakarta.enterprise.context.RequestScoped;

/** How much the present request may reach. */
@RequestScoped
public class Granted {

    private Reach reach = Reach.NOTHING;
    private boolean hidden;

    void set(Reach granted) {
        reach = granted;
    }

    void hide() {
        hidden = true;
    }

    /** Whether the gate has said that what was asked for is not there, be it true or not for the caller to know. */
    boolean isHidden() {
        return hidden;
    }

    /** Whether it was asked at all; what is open is not. */
    boolean isGiven() {
        return reach != Reach.NOTHING;
    }

    /** Whether lists show, and commands change, what is the caller's own and nothing else. */
    public boolean onlyOwn() {
        return reach == Reach.OWN;
    }
}
