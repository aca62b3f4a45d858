package dev.capy.server.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Where loggers come from when lines are to be JSON: nowhere unless the system property {@code slf4j.provider} names this
 * class. Thread-safe.
 */
public final class JsonLog implements SLF4JServiceProvider, ILoggerFactory {

    private static final String REQUESTED_API = "2.0.99";

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter contexts = new NOPMDCAdapter();
    private final JsonLines lines = new JsonLines(System.err);

    /** Made by slf4j alone. */
    public JsonLog() {}

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, named -> new JsonLogger(named, Threshold.of(named), lines));
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return this;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return contexts;
    }

    @Override
    public String getRequestedApiVersion() {
        return REQUESTED_API;
    }

    @Override
    public void initialize() {}
}
