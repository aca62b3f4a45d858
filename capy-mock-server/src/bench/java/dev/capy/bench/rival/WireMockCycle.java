package dev.capy.bench.rival;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** A server of WireMock with one canned answer. */
final class WireMockCycle implements Runnable {

    @Override
    public void run() {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        server.stubFor(get(Question.PATH).willReturn(okJson("{}")));
        Question.ask(server.port(), "token");
        server.stop();
    }
}
