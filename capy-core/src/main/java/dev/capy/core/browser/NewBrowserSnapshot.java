package dev.capy.core.browser;

import java.util.Objects;

/**
 * What a browser snapshot is made of.
 *
 * @param name what it is called
 * @param storageState what the browser is to know
 * @param isPrivate whether its creator alone sees it
 * @param isDefault whether it is used where nobody says otherwise
 */
public record NewBrowserSnapshot(String name, StorageState storageState, boolean isPrivate, boolean isDefault) {

    public NewBrowserSnapshot {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(storageState, "storageState");
    }

    /** A public one that is no default. */
    public static NewBrowserSnapshot of(String name, StorageState storageState) {
        return new NewBrowserSnapshot(name, storageState, false, false);
    }

    public NewBrowserSnapshot asPrivate() {
        return new NewBrowserSnapshot(name, storageState, true, isDefault);
    }

    public NewBrowserSnapshot asDefault() {
        return new NewBrowserSnapshot(name, storageState, isPrivate, true);
    }
}
