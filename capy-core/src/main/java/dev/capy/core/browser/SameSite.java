package dev.capy.core.browser;

/** When a browser sends a cookie across sites. */
public enum SameSite {
    STRICT("Strict"),
    LAX("Lax"),
    NONE("None");

    private final String word;

    SameSite(String word) {
        this.word = word;
    }

    /** The API's word for it. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException when it is no word of the API's */
    public static SameSite of(String word) {
        for (SameSite value : values()) {
            if (value.word.equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no SameSite: " + word);
    }
}
