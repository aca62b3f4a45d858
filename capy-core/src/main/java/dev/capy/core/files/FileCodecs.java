package dev.capy.core.files;

import dev.capy.core.kernel.codec.Codec;
import dev.capy.core.kernel.codec.Place;
import dev.capy.core.kernel.codec.Reading;
import dev.capy.core.kernel.codec.Writing;
import java.util.Map;

/**
 * How files are written and read: directories and contents once, however many disks share them, and as secrets what only
 * its owner may read.
 */
public final class FileCodecs {

    private FileCodecs() {}

    /** The codecs by class. */
    public static Map<Class<?>, Codec<?>> all() {
        ContentCodec contents = new ContentCodec();
        FileCodec files = new FileCodec(contents);
        return Map.of(
                Content.class, contents,
                FileNode.class, files,
                Directory.class, new DirectoryCodec(files));
    }

    /** A file with its content, or what stands for a secret one. */
    private record FileCodec(ContentCodec contents) implements Codec<FileNode> {

        private static final int OTHERS = 077;

        @Override
        public Object encode(FileNode file, Writing writing) {
            Map<String, Object> content = (file.mode() & OTHERS) == 0
                    ? ContentCodec.secret(file.content(), writing)
                    : contents.encode(file.content(), writing);
            return Map.of("content", content, "mode", file.mode(), "owner", file.owner());
        }

        @Override
        public FileNode decode(Object plain, Reading reading, Place place) {
            Map<?, ?> map = place.map(plain);
            return new FileNode(
                    contents.decode(place.required(map, "content"), reading, place.member("content")),
                    mode(map, place),
                    place.member("owner").text(map.get("owner")));
        }
    }

    /** The permission bits that a file or a directory has. */
    static int mode(Map<?, ?> map, Place place) {
        Place here = place.member("mode");
        long mode = here.number(map.get("mode"));
        if (mode < 0 || mode > 07777) {
            throw here.refusal("must be permission bits, 0 to 4095, was " + mode);
        }
        return (int) mode;
    }
}
