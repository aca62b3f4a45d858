package dev.capy.core;

import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.core.dump.DumpCodec;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.JsonText;

/** The codec of dumps, made once: every world keeps the same kinds of records. */
final class Dumps {

    static final DumpCodec CODEC = new DumpCodec(
            new Assembly(0, WorldSettings.DEFAULT, new JsonText(), new SecureTokens(), WebhookSender.CONTENT).registry);

    private Dumps() {}
}
