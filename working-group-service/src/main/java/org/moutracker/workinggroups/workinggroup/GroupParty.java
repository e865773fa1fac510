package org.moutracker.workinggroups.workinggroup;

/**
 * A party whose people sit in a group.
 *
 * @param side the side that it stands on; what must be complete is a side, not a party
 */
public record GroupParty(String code, String side, String zone) {}
