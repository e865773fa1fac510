package org.moutracker.localstack.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** An alert that somebody must get: which step, who, and on which day in his zone. */
public record Expected(String step, Person person, LocalDate day) {

    /** Who takes part. */
    public enum Person {
        AYESHA("Ayesha Khan", "ayesha.khan@health.example", "PK", "Asia/Karachi"),
        OMAR("Omar Haddad", "omar.haddad@moh.example", "PS", "Asia/Hebron"),
        SANA("Sana Malik", "sana.malik@health.example", "PK", "Asia/Karachi"),
        LAYLA("Layla Nasser", "layla.nasser@moh.example", "PS", "Asia/Hebron");

        final String fullName;
        final String email;
        final String party;
        final String zone;

        Person(String fullName, String email, String party, String zone) {
            this.fullName = fullName;
            this.email = email;
            this.party = party;
            this.zone = zone;
        }
    }

    /** Until the co-chairs are named: Friday is closed in Ramallah, so Omar hears the day before. */
    public static final List<Expected> BEFORE_THE_CO_CHAIRS = List.of(
            at("T-14", Person.OMAR, "2025-10-02"),
            at("T-14", Person.AYESHA, "2025-10-03"),
            at("T-7", Person.OMAR, "2025-10-09"),
            at("T-7", Person.AYESHA, "2025-10-10"),
            at("T-3", Person.AYESHA, "2025-10-14"),
            at("T-3", Person.OMAR, "2025-10-14"));

    /** What follows when nobody names them; the weekends differ, so the overdue notices do. */
    public static final List<Expected> WHEN_MISSED = List.of(
            at("T-1", Person.AYESHA, "2025-10-16"),
            at("T-0", Person.OMAR, "2025-10-16"),
            at("T-0", Person.AYESHA, "2025-10-17"),
            at("T+1", Person.OMAR, "2025-10-19"),
            at("T+1", Person.AYESHA, "2025-10-20"),
            at("T+7", Person.AYESHA, "2025-10-24"),
            at("T+7", Person.OMAR, "2025-10-26"),
            at("T+14", Person.AYESHA, "2025-10-31"),
            at("T+14", Person.OMAR, "2025-11-02"));

    private static Expected at(String step, Person person, String day) {
        return new Expected(step, person, LocalDate.parse(day));
    }

    /** Nine o'clock where he is: when alerts go out. */
    Instant instant() {
        return day.atTime(9, 0).atZone(ZoneId.of(person.zone)).toInstant();
    }
}
