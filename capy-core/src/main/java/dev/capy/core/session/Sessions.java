package dev.capy.core.session;

import dev.capy.core.account.User;
import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Gone;
import dev.capy.core.kernel.error.NotReady;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.vm.Hypervisor;
import java.util.Optional;

/** The Captain sessions of a world and their identity tokens. Thread-safe; the state is the transaction's. */
public final class Sessions {

    /** Where a Captain's machine has its token. */
    public static final String TOKEN_FILE = "/etc/capy/session-token";

    private static final int OWNER_ONLY = 0600;
    private static final Table<Session> SESSIONS = Table.of("sessions", Session.class, Session::threadId);

    private final Projects projects;
    private final Hypervisor hypervisor;
    private final TokenMint mint;

    /** @param seed the world's seed: it decides the key */
    public Sessions(Registry registry, Projects projects, Hypervisor hypervisor, long seed) {
        this.projects = projects;
        this.hypervisor = hypervisor;
        this.mint = new TokenMint(seed);
        registry.tables(SESSIONS);
    }

    /** A thread's Captain gets a machine: a session begins, without a token yet. */
    public void begin(Tx tx, String threadId, Project project, String userId, String vmId) {
        tx.delete(SESSIONS, threadId);
        tx.insert(
                SESSIONS,
                new Session(threadId, tx.newId(), project.id(), project.organizationId(), userId, vmId, null, false));
    }

    /** The Captain's machine is up, for the first time or again: its token is made, or renewed. */
    public void machineIsUp(Tx tx, String threadId) {
        tx.find(SESSIONS, threadId).filter(session -> !session.ended()).ifPresent(session -> {
            Session live = session.mintedAt() == null ? tx.update(SESSIONS, session.minted(tx.now())) : session;
            Content token = Content.of(current(tx, live).text());
            hypervisor.write(tx, live.vmId(), TOKEN_FILE, new FileNode(token, OWNER_ONLY, "root"));
        });
    }

    /** The session of a thread is over; nothing happens when it has none. */
    public void end(Tx tx, String threadId) {
        tx.find(SESSIONS, threadId).ifPresent(session -> tx.update(SESSIONS, session.over()));
    }

    /**
     * The current token of a thread's session.
     *
     * @throws NotReady with {@code session_not_ready} when there is none yet
     * @throws Gone with {@code session_ended} when the session is over
     */
    public SessionToken token(View view, String threadId) {
        Optional<Session> session = view.find(SESSIONS, threadId);
        if (session.filter(Session::ended).isPresent()) {
            throw new Gone("session_ended", "Session has already ended");
        }
        return session.filter(found -> found.mintedAt() != null)
                .map(found -> current(view, found))
                .orElseThrow(
                        () -> new NotReady("session_not_ready", "The session has no token yet: try again shortly"));
    }

    private SessionToken current(View view, Session session) {
        return mint.mint(session, session.issuedAt(view.now()));
    }

    /** What {@code caller} is told of a token. Foreign, forged, ended and malformed ones look all the same. */
    public Verification verify(View view, User caller, String token) {
        Optional<TokenMint.Claims> claims = mint.read(token);
        Optional<Session> session = claims.flatMap(said -> view.find(SESSIONS, said.threadId())
                .filter(found -> found.id().equals(said.sessionId()))
                .filter(found -> !found.ended())
                .filter(found -> projects.isVisible(view, caller, found.projectId())));
        if (session.isEmpty()) {
            return new Verification.Invalid();
        }
        TokenMint.Claims said = claims.orElseThrow();
        return view.now().isBefore(said.expiresAt())
                ? new Verification.Valid(session.get(), new SessionToken(token, said.issuedAt(), said.expiresAt()))
                : new Verification.Expired();
    }
}
