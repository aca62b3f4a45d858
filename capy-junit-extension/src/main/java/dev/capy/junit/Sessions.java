package dev.capy.junit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The sessions that one extension has begun and not ended. Thread-safe. */
final class Sessions {

    private static final String SESSION = "session";
    private static final String PUBLICATION = "publication";

    private final Namespace namespace = Namespace.create(Sessions.class, this);
    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    /** Begins one that ends with a test, or with a class. */
    Session begin(ExtensionContext context, Recipe recipe) {
        TestRun run = TestRun.of(context);
        Recipe seeded = run.settings().seed().map(recipe::withSeed).orElse(recipe);
        Session session = new Session(run, seeded, recipe.ownServer() || wantsServer(context));
        open.add(session);
        context.getStore(namespace).put(SESSION, session);
        if (Publication.isWanted(context)) {
            context.getStore(namespace).put(PUBLICATION, Publication.of(session));
        }
        return session;
    }

    private static boolean wantsServer(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        return context.getTestMethod().isPresent() ? ServerWish.isFor(testClass) : ServerWish.isForAny(testClass);
    }

    /** The session of a test, or of the class around it. */
    @Nullable
    Session find(ExtensionContext context) {
        return context.getStore(namespace).get(SESSION, Session.class);
    }

    /** Ends the session that began in this context, and not one of a context around it. */
    void end(ExtensionContext context) {
        Publication publication = context.getStore(namespace).remove(PUBLICATION, Publication.class);
        if (publication != null) {
            publication.end();
        }
        Session session = context.getStore(namespace).remove(SESSION, Session.class);
        if (session != null) {
            open.remove(session);
            end(session, context.getExecutionException().isPresent());
        }
    }

    /** What a failed test leaves behind is no news. */
    private static void end(Session session, boolean failed) {
        try (session) {
            List<String> leaks = failed ? List.of() : session.leaks();
            Leaks.refuse("The test has ended", leaks, "leakCheck = false lets it be");
        }
    }

    /** The only one. */
    Session current() {
        if (open.isEmpty()) {
            throw new IllegalStateException(
                    "No test runs: in @BeforeAll, register the extension in a static field to have a world per class");
        } else if (open.size() > 1) {
            throw new IllegalStateException("Several tests of this object run at the same time, and each has its own"
                    + " world: take the world as a parameter of the test");
        }
        return open.iterator().next();
    }
}
