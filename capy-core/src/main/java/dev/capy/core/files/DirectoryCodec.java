package dev.capy.core.files;

import dev.capy.core.kernel.codec.Codec;
import dev.capy.core.kernel.codec.Place;
import dev.capy.core.kernel.codec.Reading;
import dev.capy.core.kernel.codec.Writing;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A directory as the name of a shared part. */
final class DirectoryCodec implements Codec<Directory> {

    private static final String KIND = "directory";
    private static final String ENTRIES = "entries";

    private final Codec<FileNode> files;

    DirectoryCodec(Codec<FileNode> files) {
        this.files = files;
    }

    @Override
    public Object encode(Directory directory, Writing writing) {
        return Map.of(KIND, writing.share(KIND, directory, () -> plain(directory, writing)));
    }

    private Object plain(Directory directory, Writing writing) {
        SortedMap<String, Object> entries = new TreeMap<>();
        directory.forEach((name, node) -> entries.put(
                name,
                node instanceof Directory inner ? encode(inner, writing) : files.encode((FileNode) node, writing)));
        return Map.of("mode", directory.mode(), "owner", directory.owner(), ENTRIES, entries);
    }

    @Override
    public Directory decode(Object plain, Reading reading, Place place) {
        Place here = place.member(KIND);
        String name = here.text(place.map(plain).get(KIND));
        return reading.shared(KIND, Directory.class, name, here, (part, at) -> directory(part, reading, at));
    }

    private Directory directory(Object plain, Reading reading, Place place) {
        Map<?, ?> map = place.map(plain);
        Place here = place.member(ENTRIES);
        SortedMap<String, Node> nodes = new TreeMap<>();
        here.map(map.get(ENTRIES)).forEach((name, entry) -> {
            Place at = here.member(String.valueOf(name));
            boolean isDirectory = at.map(entry).containsKey(KIND);
            nodes.put(
                    String.valueOf(name), isDirectory ? decode(entry, reading, at) : files.decode(entry, reading, at));
        });
        return directory(nodes, here)
                .withMode(FileCodecs.mode(map, place))
                .withOwner(place.member("owner").text(map.get("owner")));
    }

    private static Directory directory(SortedMap<String, Node> nodes, Place place) {
        try {
            return Directory.of(nodes);
        } catch (IllegalArgumentException e) {
            throw place.refusal(String.valueOf(e.getMessage()));
        }
    }
}
