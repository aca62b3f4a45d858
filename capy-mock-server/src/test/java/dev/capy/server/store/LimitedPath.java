package dev.capy.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePathWrapper;

/** A file in a directory that may be full. Made by H2, which needs it public and without parameters. */
public final class LimitedPath extends FilePathWrapper {

    static final String SCHEME = "full";

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String file = unwrap().toString();
        return new LimitedChannel(super.open(mode), () -> FullDisk.isFull(file));
    }
}
