package org.moutracker.platform.access;

import java.util.Map;

/** What a service knows of whose a thing is. */
public interface Own {

    /**
     * Lets the caller pass or throws: {@code NotFound} for what he or she may not know of, {@code ForbiddenException} for
     * what may be known and not be changed.
     *
     * @param rule the line of the table by which the caller comes, with the pattern of the address
     * @param parameters what stands in the address for the names in the pattern
     * @param reach how much of it the caller may reach; {@code OWN} or {@code ALL}
     */
    void require(Rule rule, Map<String, String> parameters, Reach reach);
}
