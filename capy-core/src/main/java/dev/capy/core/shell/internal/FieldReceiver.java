package dev.capy.core.shell.internal;

import java.util.List;
import java.util.function.Function;

/** Makes fields of the pieces: splits what expansions gave, and looks patterns up among the files. */
final class FieldReceiver implements Receiver {

    private final List<String> fields;
    private final String separators;
    private final Function<String, List<String>> files;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private boolean open;
    private boolean wild;
    private boolean afterBlank;

    FieldReceiver(List<String> fields, String separators, Function<String, List<String>> files) {
        this.fields = fields;
        this.separators = separators;
        this.files = files;
    }

    @Override
    public void quoted(String piece) {
        open = true;
        afterBlank = false;
        text.append(piece);
        pattern.append(GlobPattern.escape(piece));
    }

    @Override
    public void text(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            add(piece.charAt(i));
        }
    }

    @Override
    public void value(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (separators.indexOf(c) < 0) {
                add(c);
            } else if (c == ' ' || c == '\t' || c == '\n') {
                blank();
            } else if (afterBlank) {
                afterBlank = false;
            } else {
                open = true;
                close();
            }
        }
    }

    private void add(char c) {
        open = true;
        afterBlank = false;
        wild |= c == '*' || c == '?' || c == '[';
        text.append(c);
        pattern.append(c == '\\' ? "\\\\" : String.valueOf(c));
    }

    private void blank() {
        if (open) {
            close();
            afterBlank = true;
        }
    }

    @Override
    public void nextField() {
        close();
    }

    /** Ends the word. */
    void end() {
        close();
        afterBlank = false;
    }

    private void close() {
        if (open) {
            List<String> found = wild ? files.apply(pattern.toString()) : List.of();
            if (found.isEmpty()) {
                fields.add(text.toString());
            } else {
                fields.addAll(found);
            }
            text.setLength(0);
            pattern.setLength(0);
            open = false;
            wild = false;
        }
    }
}
