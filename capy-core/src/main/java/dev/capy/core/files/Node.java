package dev.capy.core.files;

/** What a name in a directory stands for. */
public sealed interface Node permits FileNode, Directory {

    /** Permission bits, 0 to 07777. */
    int mode();

    /** The name of the owning user. */
    String owner();
}
