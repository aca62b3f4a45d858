package dev.capy.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a curl command line of a manual asks for.
 *
 * @param method the HTTP method
 * @param url where to
 * @param headers the headers by name
 * @param body the body; empty for none
 */
public record CurlLine(String method, String url, Map<String, String> headers, String body) {

    /** Reads the options {@code -X}, {@code -H} and {@code -d}; everything else is the URL. */
    public static CurlLine parse(String command) {
        List<String> words = words(command);
        String method = "";
        String url = "";
        String body = "";
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-d" -> body = words.get(++i);
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    headers.put(header[0], header[1]);
                }
                default -> url = words.get(i);
            }
        }
        String otherwise = body.isEmpty() ? "GET" : "POST";
        return new CurlLine(method.isEmpty() ? otherwise : method, url, headers, body);
    }

    /** The words of a shell command: separated by blanks, single and double quotes taken off, lines continued. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : (command.replace("\\\n", " ") + " ").toCharArray()) {
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        return words;
    }
}
