package org.moutracker.agreements.agreement;

/** What the instrument calls itself. */
public enum AgreementType {
    MEMORANDUM_OF_UNDERSTANDING,
    AGREEMENT,
    PROTOCOL,
    LETTER_OF_INTENT,
    EXCHANGE_OF_NOTES,
    IMPLEMENTATION_PLAN,
    STRATEGIC_AGREEMENT,
    OTHER
}
