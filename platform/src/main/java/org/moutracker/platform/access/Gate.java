package org.moutracker.platform.access;

import static java.util.stream.Collectors.joining;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RefusedToken;

/** The one place that decides what a caller may reach: by the table and, where that says {@code own}, by the service. */
@ApplicationScoped
public class Gate {

    private final AccessTable table = AccessTable.read();
    private final Caller caller;
    private final Granted granted;
    private final Instance<Own> own;

    Gate(Caller caller, Granted granted, Instance<Own> own) {
        this.caller = caller;
        this.granted = granted;
        this.own = own;
    }

    /** The line for a request; one that lets nobody pass where the table has none. */
    Rule rule(String method, String path) {
        return table.of(method, path).orElseGet(() -> new Rule(method, path, Map.of(), false));
    }

    /**
     * Lets the caller pass as if the request were another: a page is for those who may read what it shows.
     *
     * @param parameters what stands in the address for the names in its pattern
     */
    public void require(String method, String path, Map<String, String> parameters) {
        require(rule(method, path), parameters);
    }

    void require(Rule rule, Map<String, String> parameters) {
        if (!caller.isSomebody()) {
            throw new RefusedToken("the token is nobody's");
        }
        var reach = rule.of(caller.roles(), caller.party().isPresent());
        if (reach == Reach.NOTHING) {
            throw new ForbiddenException(refusal(rule));
        }
        granted.set(reach);
        if (rule.namesOne()) {
            own.stream().forEach(one -> require(one, rule, parameters, reach));
        }
    }

    private void require(Own one, Rule rule, Map<String, String> parameters, Reach reach) {
        try {
            one.require(rule, parameters, reach);
        } catch (NotFound e) {
            granted.hide();
            throw e;
        }
    }

    private String refusal(Rule rule) {
        if (rule.of(caller.roles(), false) != Reach.NOTHING) {
            return "this is internal to those who keep the register, and the token names a party";
        }
        var allowed = rule.allowed();
        return allowed.isEmpty()
                ? "nobody may do this"
                : "the token names none of the roles that may do this: "
                        + allowed.stream().map(Role::inWords).collect(joining(", "));
    }
}
