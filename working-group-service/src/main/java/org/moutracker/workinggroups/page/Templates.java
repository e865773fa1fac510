package org.moutracker.workinggroups.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Map;
import java.util.UUID;

/** The pages, whose expressions are checked when they are built. */
@CheckedTemplate(basePath = "page")
final class Templates {

    private Templates() {}

    /** @param reports addresses of the group's reports, by their names */
    static native TemplateInstance group(Frame frame, Words words, GroupPage page, Map<String, String> reports);

    static native TemplateInstance report(Frame frame, Words words, ReportPage page);

    /** @param addresses of the groups' own pages */
    static native TemplateInstance member(Frame frame, Words words, MemberPage page, Map<UUID, String> addresses);

    static native TemplateInstance refusal(Frame frame, Refusal refusal);
}
