package org.moutracker.notifications.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.notifications.recipient.PeopleChanged;

/** Verifies an address; what has waited for that becomes due in the same transaction. */
@ApplicationScoped
class VerifyAddress {

    private final Addresses addresses;
    private final Links links;
    private final AddressHistory history;
    private final Event<PeopleChanged> changed;
    private final InstantSource clock;

    VerifyAddress(
            Addresses addresses,
            Links links,
            AddressHistory history,
            Event<PeopleChanged> changed,
            InstantSource clock) {
        this.addresses = addresses;
        this.links = links;
        this.history = history;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * By whoever has the link, once. It is looked at again once its recipient is held: an address that changes meanwhile, or
     * a second press of the button, comes before or after.
     *
     * @return what the link was; it is used only if that is OPEN
     */
    LinkState byLink(LinkToken token) {
        var found = links.find(token);
        if (found.isEmpty()) {
            return LinkState.UNKNOWN;
        }
        var address = addresses.lock(found.get().recipientId());
        var state = links.again(found.get()).at(clock.instant());
        if (address.isEmpty() || state != LinkState.OPEN) {
            return address.isEmpty() ? LinkState.SUPERSEDED : state;
        }
        verify(address.get(), Verified.BY_LINK, LinkEnded.CONFIRMED, null, null);
        return state;
    }

    /** By an official, who says how he knows. */
    void vouched(Address address, String evidence, String by) {
        address.requireUnverified();
        verify(address, Verified.VOUCHED, LinkEnded.VOUCHED, by, evidence);
    }

    private void verify(
            Address address, Verified how, LinkEnded because, @Nullable String by, @Nullable String evidence) {
        addresses.verify(address, how, evidence);
        links.end(List.of(address.recipientId()), because);
        history.add(address.recipientId(), how, by, evidence);
        changed.fire(new PeopleChanged(Set.of(address.recipientId())));
    }
}
