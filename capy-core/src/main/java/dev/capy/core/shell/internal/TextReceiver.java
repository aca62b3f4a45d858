package dev.capy.core.shell.internal;

/** Joins the pieces to one text; or, {@code asPattern}, to a pattern in which quoted text means itself. */
final class TextReceiver implements Receiver {

    private final StringBuilder joined = new StringBuilder();
    private final boolean asPattern;

    TextReceiver(boolean asPattern) {
        this.asPattern = asPattern;
    }

    @Override
    public void quoted(String text) {
        joined.append(asPattern ? GlobPattern.escape(text) : text);
    }

    @Override
    public void text(String text) {
        joined.append(text);
    }

    @Override
    public void value(String text) {
        joined.append(text);
    }

    @Override
    public void nextField() {
        joined.append(' ');
    }

    String result() {
        return joined.toString();
    }
}
