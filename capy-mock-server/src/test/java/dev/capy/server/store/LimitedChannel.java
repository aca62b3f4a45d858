package dev.capy.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.function.BooleanSupplier;
import org.h2.store.fs.FileBase;
import org.jspecify.annotations.Nullable;

/** An open file that takes nothing while its disk is full. */
final class LimitedChannel extends FileBase {

    private final FileChannel file;
    private final BooleanSupplier full;

    LimitedChannel(FileChannel file, BooleanSupplier full) {
        this.file = file;
        this.full = full;
    }

    private void requireRoom() throws IOException {
        if (full.getAsBoolean()) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        requireRoom();
        return file.write(bytes);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
        requireRoom();
        return file.write(bytes, position);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return file.read(bytes);
    }

    @Override
    public synchronized int read(ByteBuffer bytes, long position) throws IOException {
        return file.read(bytes, position);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
