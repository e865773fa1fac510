package org.moutracker.notifications.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.moutracker.notifications.page.Frame;

/** The pages, whose expressions are checked when they are built. */
@CheckedTemplate(basePath = "action")
final class Templates {

    private Templates() {}

    static native TemplateInstance alert(Frame frame, AlertPage page);

    static native TemplateInstance decision(Frame frame, DecisionPage page);

    static native TemplateInstance said(Frame frame, Said said);
}
