/** What {@code .gitignore} files keep out of commits. Knows no repository and no commit. */
@NullMarked
package dev.capy.core.source.ignore;

import org.jspecify.annotations.NullMarked;
