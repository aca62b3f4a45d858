package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests a world and its server: every test its own, or every class where the extension is registered in a static
 * field. Declared with {@link CapyTest}, or in code:
 *
 * <pre>{@code
 * @RegisterExtension
 * CapyExtension capy = CapyExtension.builder().seed(7).fixture(fixture).build();
 * }</pre>
 *
 * <p>Tests may run in parallel: no two share a world. Thread-safe.
 */
public final class CapyExtension
        implements BeforeAllCallback,
                AfterAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler {

    private static final String SESSION = "session";

    private final Namespace namespace = Namespace.create(CapyExtension.class, this);
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final @Nullable Recipe said;

    /** For {@link CapyTest}, which says what the worlds are to be. */
    public CapyExtension() {
        this(null);
    }

    private CapyExtension(@Nullable Recipe said) {
        this.said = said;
    }

    /** An extension for a field that is marked {@code @RegisterExtension}. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isInStaticField(context.getRequiredTestClass()) && find(context) == null) {
            begin(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Session session = find(context);
        if (session == null) {
            session = begin(context);
        }
        Injection.fill(session, context.getRequiredTestInstances().getAllInstances());
    }

    private Session begin(ExtensionContext context) {
        Session session = new Session(recipe(context));
        open.add(session);
        context.getStore(namespace).put(SESSION, session);
        return session;
    }

    private Recipe recipe(ExtensionContext context) {
        return said != null ? said : declared(context.getRequiredTestClass());
    }

    /** A nested class is declared by the class around it unless it declares itself. */
    private static Recipe declared(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            Class<?> declaring = type;
            var annotation = AnnotationSupport.findAnnotation(type, CapyTest.class);
            if (annotation.isPresent()) {
                return Recipe.of(annotation.get(), declaring);
            }
        }
        return Recipe.DEFAULT;
    }

    /** The session of a test, or of the class around it. */
    private @Nullable Session find(ExtensionContext context) {
        return context.getStore(namespace).get(SESSION, Session.class);
    }

    private boolean isInStaticField(Class<?> testClass) {
        for (Class<?> outer = testClass; outer != null; outer = outer.getEnclosingClass()) {
            for (Class<?> type = outer; type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && holdsThis(field)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean holdsThis(Field field) {
        try {
            if (field.getType() != CapyExtension.class) {
                return false;
            }
            field.setAccessible(true);
            return field.get(null) == this;
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end(context);
    }

    /** Ends the session that began in this context, and not one of a context around it. */
    private void end(ExtensionContext context) {
        Store store = context.getStore(namespace);
        Session session = store.remove(SESSION, Session.class);
        if (session != null) {
            open.remove(session);
            session.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return find(context) != null
                && Injection.supports(parameter.getParameter().getType(), parameter.getParameter());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.value(
                Objects.requireNonNull(find(context)), parameter.getParameter().getType(), parameter.getParameter());
    }

    /** Adds to the failure what the world was like. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Session session = find(context);
        if (session != null) {
            FailureReport report = FailureReport.of(session);
            failure.addSuppressed(report);
            context.publishReportEntry("capy", report.toString());
        }
        throw failure;
    }

    /** The server of the test that runs. */
    public CapyServer server() {
        return session().server();
    }

    /** The world of the test that runs. */
    public CapyWorld world() {
        return session().world();
    }

    /** The clock of the test that runs. */
    public CapyClock clock() {
        return world().clock();
    }

    /** Where the Capy API is for the test that runs: {@code http://127.0.0.1:PORT/api}. */
    public URI baseUri() {
        return session().baseUri();
    }

    /** The first bearer token of the world of the test that runs: in the default world its owner's. */
    public String token() {
        return session().token("");
    }

    /** The bearer token of this name in the fixture. */
    public String token(String name) {
        return session().token(name);
    }

    private Session session() {
        if (open.isEmpty()) {
            throw new IllegalStateException(
                    "No test runs: in @BeforeAll, register the extension in a static field to have a world per class");
        } else if (open.size() > 1) {
            throw new IllegalStateException("Several tests of this object run at the same time, and each has its own"
                    + " world: take the world as a parameter of the test");
        }
        return open.iterator().next();
    }

    /** Says what each world is to be. Not thread-safe. */
    public static final class Builder {

        private Recipe recipe = Recipe.DEFAULT;

        private Builder() {}

        /** What ids and randomness are drawn from; 42 unless said otherwise. */
        public Builder seed(long value) {
            recipe = recipe.withSeed(value);
            return this;
        }

        /** Which generation of the API the server speaks. */
        public Builder edition(String value) {
            recipe = recipe.withEdition(value);
            return this;
        }

        /** What makes time move; each GET of the API unless said otherwise. */
        public Builder clock(ClockMode value) {
            recipe = recipe.withClock(value);
            return this;
        }

        /** What each world holds at its start; the default world unless said otherwise. */
        public Builder fixture(Fixture value) {
            recipe = recipe.withFixture(value);
            return this;
        }

        /** Whether an answer that breaks its own document becomes a 500; true unless said otherwise. */
        public Builder strict(boolean value) {
            recipe = recipe.withStrict(value);
            return this;
        }

        public CapyExtension build() {
            return new CapyExtension(recipe);
        }
    }
}
