package dev.capy.core.dump;

/** JSON pointers (RFC 6901). */
final class Pointer {

    private Pointer() {}

    static String member(String pointer, Object name) {
        return pointer + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1");
    }
}
