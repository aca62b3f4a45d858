package dev.capy.core.shell.syntax;

import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a word, neighbouring text of one kind joined. */
final class WordBuilder {

    private final List<Word.Part> parts = new ArrayList<>(1);
    private final StringBuilder text = new StringBuilder();
    private boolean quoted;
    private boolean open;

    void add(char c, boolean isQuoted) {
        openText(isQuoted);
        text.append(c);
    }

    /** Adds quoted text; even none makes the word a field. */
    void quote(String s) {
        openText(true);
        text.append(s);
    }

    void add(Word.Part part) {
        closeText();
        parts.add(part);
    }

    boolean isEmpty() {
        return parts.isEmpty() && !open;
    }

    Word build() {
        closeText();
        return parts.isEmpty() ? Word.EMPTY : new Word(List.copyOf(parts));
    }

    private void openText(boolean isQuoted) {
        if (open && quoted != isQuoted) {
            closeText();
        }
        open = true;
        quoted = isQuoted;
    }

    private void closeText() {
        if (open) {
            parts.add(new Word.Literal(text.toString(), quoted));
            text.setLength(0);
            open = false;
        }
    }
}
