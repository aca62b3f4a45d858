package dev.capy.core.browser;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A storage state as a file that Playwright reads. */
final class StorageStateFile {

    private static final int OWNER_ONLY = 0600;

    private StorageStateFile() {}

    static String path(String snapshotId) {
        return "/etc/capy/browser-snapshots/" + snapshotId + ".json";
    }

    static FileNode of(StorageState state) {
        String text = "{\"cookies\":" + array(state.cookies(), StorageStateFile::cookie) + ",\"origins\":"
                + array(state.origins(), StorageStateFile::origin) + "}\n";
        return new FileNode(Content.of(text), OWNER_ONLY, "root");
    }

    private static String cookie(Cookie cookie) {
        return "{\"name\":" + quoted(cookie.name())
                + ",\"value\":" + quoted(cookie.value().reveal())
                + ",\"domain\":" + quoted(cookie.domain())
                + ",\"path\":" + quoted(cookie.path())
                + ",\"expires\":" + cookie.expires()
                + ",\"httpOnly\":" + cookie.httpOnly()
                + ",\"secure\":" + cookie.secure()
                + ",\"sameSite\":" + quoted(cookie.sameSite().word()) + "}";
    }

    private static String origin(OriginStorage origin) {
        return "{\"origin\":" + quoted(origin.origin()) + ",\"localStorage\":"
                + array(
                        origin.localStorage(),
                        item -> "{\"name\":" + quoted(item.name()) + ",\"value\":"
                                + quoted(item.value().reveal()) + "}")
                + "}";
    }

    private static <T> String array(List<T> elements, Function<T, String> text) {
        return elements.stream().map(text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
