-- What was made of what groups decided about commitments; the id follows from decision and place, so each is done once.
CREATE TABLE decision_effect (
    id            uuid PRIMARY KEY,
    decision_id   uuid    NOT NULL,
    place         integer NOT NULL,
    accepted      boolean NOT NULL,
    because       text,
    commitment_id uuid,
    before        text,
    reviewed      boolean NOT NULL,
    undone        boolean NOT NULL,
    CONSTRAINT decision_effect_place UNIQUE (decision_id, place)
);
