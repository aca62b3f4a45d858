package dev.capy.core.provisioning;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;

/** The disk that every fresh virtual machine starts with: shared by all, so it costs nothing. */
final class BaseImage {

    static final FileTree FILES = FileTree.EMPTY
            .with("/bin", Directory.EMPTY)
            .with("/etc/hostname", FileNode.of("capy\n"))
            .with("/etc/os-release", FileNode.of("NAME=\"Ubuntu\"\nVERSION_ID=\"22.04\"\nID=ubuntu\n"))
            .with("/home", Directory.EMPTY)
            .with("/opt", Directory.EMPTY)
            .with("/root", Directory.EMPTY.withMode(0700))
            .with("/tmp", Directory.EMPTY.withMode(01777))
            .with("/usr/bin", Directory.EMPTY)
            .with("/usr/local/bin", Directory.EMPTY)
            .with("/var/log", Directory.EMPTY);

    private BaseImage() {}
}
