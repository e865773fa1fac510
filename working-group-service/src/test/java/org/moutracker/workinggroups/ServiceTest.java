package org.moutracker.workinggroups;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.moutracker.localstack.TestStack;

/** The service running on a real database and a real broker, spoken to from outside. */
@QuarkusTest
@WithTestResource(value = TestStack.class, initArgs = @ResourceArg(name = "database", value = "working_groups"))
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ServiceTest {}
