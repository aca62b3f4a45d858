package dev.capy.core.shell.syntax;

import java.util.List;
import java.util.Optional;

/** A node of the syntax tree. Immutable and thread-safe. */
public sealed interface Command {

    /** Words to run, with what stands before and around them; without words only assignments and redirections. */
    record Simple(int line, List<Assignment> assignments, List<Word> words, List<Redirection> redirections)
            implements Command {}

    /** Commands joined by {@code |}; one of them alone only when it is negated by {@code !}. */
    record Pipeline(List<Command> stages, boolean negated) implements Command {}

    /** Commands joined by {@code &&} and {@code ||}. */
    record AndOr(Command first, List<Link> rest) implements Command {}

    /** Commands one after another. */
    record Sequence(List<Item> items) implements Command {}

    /** {@code ( … )} */
    record Subshell(Command body) implements Command {}

    /** Any compound command followed by redirections. */
    record Redirected(int line, Command body, List<Redirection> redirections) implements Command {}

    /** {@code if … then … elif … else … fi} */
    record If(List<Branch> branches, Optional<Command> otherwise) implements Command {}

    /** {@code while} or, when {@code until}, {@code until}. */
    record Loop(int line, boolean until, Command condition, Command body) implements Command {}

    /** {@code for}; over the positional parameters when there is no {@code in}. */
    record For(String variable, Optional<List<Word>> values, Command body) implements Command {}

    /** {@code case … in … esac} */
    record Case(Word subject, List<Choice> choices) implements Command {}

    /** {@code name() body} */
    record Function(String name, Command body) implements Command {}

    /** {@code NAME=value} */
    record Assignment(String name, Word value) {}

    /** The next of an and-or list: run when what came before succeeded ({@code and}) or failed. */
    record Link(boolean and, Command command) {}

    /** One of a sequence; {@code background} when {@code &} ends it. */
    record Item(Command command, boolean background) {}

    /** A condition and what to do when it holds. */
    record Branch(Command condition, Command body) {}

    /** Patterns and what to do when one matches. */
    record Choice(List<Word> patterns, Command body) {}
}
