package dev.capy.core.capx.company;

import java.util.Locale;

/** What an agent runs on (source: spec). */
public enum Adapter {
    CLAUDE,
    OPENAI,
    GPT,
    HTTP,
    CUSTOM,
    CODEX,
    CURSOR;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
