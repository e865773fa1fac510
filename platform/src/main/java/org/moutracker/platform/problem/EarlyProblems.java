package org.moutracker.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Answers with a problem before any resource is looked for, or where what looks for them fails. */
@ApplicationScoped
public class EarlyProblems {

    private static final int FIRST = Integer.MIN_VALUE;
    private static final Set<Integer> LEFT_TO_THE_FRAMEWORK = Set.of(401, 403);

    private static final Logger LOG = Logger.getLogger(EarlyProblems.class);

    private final ObjectMapper json;

    EarlyProblems(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed);
    }

    /** The framework would say what has failed in its own words, to the caller and, as an error, in the log. */
    private void failed(RoutingContext exchange) {
        var status = exchange.statusCode();
        if (exchange.response().ended()) {
            LOG.infof("an answer to a request for %s came too late", LoggedPath.of(exchange.normalizedPath()));
        } else if (status >= 400 && status < 500 && !LEFT_TO_THE_FRAMEWORK.contains(status)) {
            var type = ProblemType.ofStatus(status);
            answer(exchange, type, type.meaning());
        } else {
            exchange.next();
        }
    }

    public void answer(RoutingContext exchange, ProblemType type, String detail) {
        var problem = new Problem(
                "/problems/" + type.code(), type.title(), type.status(), detail, exchange.normalizedPath(), List.of());
        exchange.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .end(write(problem));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
