package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.browser.BrowserSnapshot;
import dev.capy.core.browser.Cookie;
import dev.capy.core.browser.OriginStorage;
import dev.capy.core.browser.SameSite;
import dev.capy.core.browser.StorageState;
import dev.capy.core.kernel.Secret;
import dev.capy.server.wire.Wire;
import java.util.List;
import java.util.function.Function;

/** Browser snapshots on the wire. */
final class BrowserSnapshotJson {

    private BrowserSnapshotJson() {}

    /** What is said of a snapshot, without what is in it. */
    static ObjectNode snapshot(BrowserSnapshot snapshot) {
        ObjectNode wire = Wire.object()
                .put("id", snapshot.id())
                .put("projectId", snapshot.projectId())
                .put("name", snapshot.name());
        wire.set(
                "domains",
                snapshot.storageState()
                        .domains()
                        .<JsonNode>map(Wire::texts)
                        .orElse(JsonNodeFactory.instance.nullNode()));
        return wire.put("isPrivate", snapshot.isPrivate())
                .put("isDefault", snapshot.isDefault())
                .put("createdAt", Wire.time(snapshot.createdAt()))
                .put("updatedAt", Wire.time(snapshot.updatedAt()));
    }

    static ObjectNode detail(BrowserSnapshot snapshot) {
        ObjectNode wire = snapshot(snapshot);
        wire.set("storageState", state(snapshot.storageState()));
        return wire;
    }

    private static ObjectNode state(StorageState state) {
        ObjectNode wire = Wire.object();
        wire.set("cookies", Wire.array(state.cookies().stream(), BrowserSnapshotJson::cookie));
        wire.set("origins", Wire.array(state.origins().stream(), BrowserSnapshotJson::origin));
        return wire;
    }

    private static ObjectNode cookie(Cookie cookie) {
        return Wire.object()
                .put("name", cookie.name())
                .put("value", cookie.value().reveal())
                .put("domain", cookie.domain())
                .put("path", cookie.path())
                .put("expires", cookie.expires())
                .put("httpOnly", cookie.httpOnly())
                .put("secure", cookie.secure())
                .put("sameSite", cookie.sameSite().word());
    }

    private static ObjectNode origin(OriginStorage origin) {
        ObjectNode wire = Wire.object().put("origin", origin.origin());
        wire.set("localStorage", Wire.array(origin.localStorage().stream(), BrowserSnapshotJson::item));
        return wire;
    }

    private static ObjectNode item(OriginStorage.Item item) {
        return Wire.object().put("name", item.name()).put("value", item.value().reveal());
    }

    /** The storage state that a body carries. */
    static StorageState readState(JsonNode state) {
        return new StorageState(
                all(state.get("cookies"), BrowserSnapshotJson::readCookie),
                all(state.get("origins"), BrowserSnapshotJson::readOrigin));
    }

    private static Cookie readCookie(JsonNode cookie) {
        return new Cookie(
                cookie.get("name").textValue(),
                secret(cookie),
                cookie.get("domain").textValue(),
                cookie.get("path").textValue(),
                cookie.get("expires").decimalValue(),
                cookie.get("httpOnly").booleanValue(),
                cookie.get("secure").booleanValue(),
                SameSite.of(cookie.get("sameSite").textValue()));
    }

    private static OriginStorage readOrigin(JsonNode origin) {
        return new OriginStorage(
                origin.get("origin").textValue(),
                all(
                        origin.get("localStorage"),
                        item -> new OriginStorage.Item(item.get("name").textValue(), secret(item))));
    }

    private static Secret secret(JsonNode named) {
        return Secret.of(named.get("value").textValue());
    }

    private static <T> List<T> all(JsonNode array, Function<JsonNode, T> read) {
        return Wire.elements(array).map(read).toList();
    }
}
