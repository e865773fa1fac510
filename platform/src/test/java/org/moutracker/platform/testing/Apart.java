package org.moutracker.platform.testing;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * An application of its own, which starts after all tests without one have run: for what leaves policies, holds and
 * calendars behind that others would not expect.
 */
public final class Apart implements QuarkusTestProfile {}
