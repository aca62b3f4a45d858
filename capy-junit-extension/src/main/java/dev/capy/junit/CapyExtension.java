package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests a world and its server: every test its own, or every class where the extension is registered in a static
 * field. Declared with {@link CapyTest}, or in code:
 *
 * <pre>{@code
 * @RegisterExtension
 * CapyExtension capy = CapyExtension.builder().seed(7).fixture(fixture).build();
 * }</pre>
 *
 * <p>Tests may run in parallel: no two share a world. All worlds are served by one listener, each under bearer tokens of its
 * own, unless a test asks for a {@code CapyServer}. Thread-safe.
 */
public final class CapyExtension
        implements BeforeAllCallback,
                AfterAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                InvocationInterceptor {

    private final Sessions sessions = new Sessions();
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
        if (StaticField.holds(this, context.getRequiredTestClass()) && sessions.find(context) == null) {
            begin(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Session session = sessions.find(context);
        Injection.fill(session != null ? session : begin(context), context);
    }

    private Session begin(ExtensionContext context) {
        return sessions.begin(
                context, said != null ? said : TestRun.of(context).declared(context.getRequiredTestClass()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        sessions.end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sessions.end(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        boolean ours = Injection.supports(parameter.getParameter().getType(), parameter.getParameter());
        if (ours && sessions.find(context) == null) {
            throw new ParameterResolutionException(parameter.getParameter()
                    + " is asked for where no test runs, and every test has a world of its own: take it as a parameter of"
                    + " the test, or register the extension in a static field to have a world per class");
        }
        return ours;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.value(
                Objects.requireNonNull(sessions.find(context)),
                parameter.getParameter().getType(),
                parameter.getParameter());
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(context, failure);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(context, failure);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw reported(context, failure);
    }

    /** Nobody else is told of the failure of a dynamic test. */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            throw reported(context, failure);
        }
    }

    /** The failure, with what the world was like; what is merely aborted is no failure. */
    private Throwable reported(ExtensionContext context, Throwable failure) {
        Session session = sessions.find(context);
        if (session != null && !(failure instanceof TestAbortedException)) {
            try {
                FailureReport report = FailureReport.of(session, context);
                failure.addSuppressed(report);
                context.publishReportEntry("capy", report.toString());
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    /** How the world of the test that runs is served, beside those of other tests unless it has its own server. */
    public ServedWorld served() {
        return sessions.current().serve();
    }

    /**
     * The server of the test that runs, which has no other world.
     *
     * @throws IllegalStateException when the world is served beside those of other tests already
     */
    public CapyServer server() {
        return sessions.current().server();
    }

    /** The world of the test that runs. */
    public CapyWorld world() {
        return sessions.current().world();
    }

    /** The clock of the test that runs. */
    public CapyClock clock() {
        return world().clock();
    }

    /** Where the Capy API is for the test that runs: {@code http://127.0.0.1:PORT/api}. */
    public URI baseUri() {
        return sessions.current().baseUri();
    }

    /** The first bearer token of the world of the test that runs: in the default world its owner's. */
    public String token() {
        return sessions.current().token("");
    }

    /** The bearer token that stands for the one of this name in the fixture. */
    public String token(String name) {
        return sessions.current().token(name);
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

        /**
         * Whether each world has a server of its own, whose tokens are their names; false unless said otherwise. Where a
         * test class has a {@code CapyServer} among its fields or parameters, it is so in any case.
         */
        public Builder ownServer(boolean value) {
            recipe = recipe.withOwnServer(value);
            return this;
        }

        /** Whether worlds and requests that a test leaves behind are a failure; true unless said otherwise. */
        public Builder leakCheck(boolean value) {
            recipe = recipe.withLeakCheck(value);
            return this;
        }

        public CapyExtension build() {
            return new CapyExtension(recipe);
        }
    }
}
