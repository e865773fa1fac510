package org.moutracker.agreements.commitment;

/** Whether all sides owe it together, or some owe it to others. */
public enum CommitmentMode {
    JOINT,
    DIRECTIONAL
}
