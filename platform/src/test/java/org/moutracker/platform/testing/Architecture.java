package org.moutracker.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What holds in every service, as sentences. */
public final class Architecture {

    private static final List<String> SERVICES = List.of("agreements", "workinggroups", "notifications");

    private final String root;
    private final JavaClasses classes;

    /** Reads the classes of one service: {@code new Architecture("agreements")}. */
    public Architecture(String service) {
        this.root = "org.moutracker." + service;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    public void check() {
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("what depends on each other lies together")
                .check(classes);
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.apache.kafka..", "org.jboss.resteasy..")
                .because("aggregates know no HTTP and no Kafka")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jboss.resteasy.reactive..")
                .because("only resources speak HTTP")
                .check(classes);
        methods()
                .that()
                .areAnnotatedWith(Incoming.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Events")
                .because("only *Events hear from Kafka")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .because("domain time comes from the InstantSource")
                .check(classes);
        for (var other : SERVICES) {
            if (!root.endsWith("." + other)) {
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.moutracker." + other + "..")
                        .because("no service depends on a service")
                        .check(classes);
            }
        }
        classes()
                .should()
                .haveSimpleNameNotContaining("Impl")
                .andShould()
                .haveSimpleNameNotContaining("Util")
                .andShould()
                .haveSimpleNameNotContaining("Manager")
                .andShould()
                .haveSimpleNameNotContaining("Helper")
                .because("a name says what a thing is")
                .check(classes);
    }
}
