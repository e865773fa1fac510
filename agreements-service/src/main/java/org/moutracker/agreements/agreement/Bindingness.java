package org.moutracker.agreements.agreement;

/** Whether it binds in law; most press reports do not say. */
public enum Bindingness {
    BINDING,
    NON_BINDING,
    UNSPECIFIED
}
