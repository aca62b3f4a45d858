package dev.capy.server.outbound;

import dev.capy.core.capx.webhook.WebhookSender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Tells webhooks over HTTP: on this machine, and on hosts that are allowed by name. What a name stands for is asked once,
 * checked, and then called; redirections are not followed. Thread-safe.
 */
public final class HttpWebhookSender implements WebhookSender {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Set<String> allowedHosts;
    private final Duration patience;

    /** @param allowedHosts names of hosts that may be called besides those of this machine */
    public HttpWebhookSender(Set<String> allowedHosts) {
        this(allowedHosts, PATIENCE);
    }

    /** @param patience how long a call may take in all, in real time */
    HttpWebhookSender(Set<String> allowedHosts, Duration patience) {
        this.patience = patience;
        this.allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Answer send(Shipment shipment) {
        try {
            URI target = URI.create(shipment.url());
            Optional<InetAddress> address = address(target);
            return address.isPresent()
                    ? call(target, address.get(), shipment)
                    : Answer.none("The host " + target.getHost()
                            + " is not on this machine, and is not allowed by name: see --allow-webhook-host");
        } catch (UnknownHostException e) {
            return Answer.none("There is no host " + e.getMessage());
        } catch (SocketTimeoutException e) {
            return Answer.none("There was no answer within " + patience.toMillis() + " ms");
        } catch (IOException | IllegalArgumentException e) {
            return Answer.none("The call failed: " + e.getMessage());
        }
    }

    private Optional<InetAddress> address(URI target) throws UnknownHostException {
        String host = target.getHost().toLowerCase(Locale.ROOT);
        InetAddress[] found = InetAddress.getAllByName(host);
        return allowedHosts.contains(host)
                ? Optional.of(found[0])
                : Arrays.stream(found).filter(InetAddress::isLoopbackAddress).findFirst();
    }

    private Answer call(URI target, InetAddress address, Shipment shipment) throws IOException {
        Deadline deadline = Deadline.in(patience);
        boolean secure = target.getScheme().equalsIgnoreCase("https");
        int port = target.getPort() >= 0 ? target.getPort() : secure ? HTTPS : HTTP;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), deadline.millisLeft());
            plain.setSoTimeout(deadline.millisLeft());
            try (Socket socket = secure ? secured(plain, target.getHost(), port) : plain) {
                return Answer.of(new HttpCall(socket, deadline).post(target, shipment.headers(), shipment.body()));
            }
        }
    }

    /** The other side has to prove that it is the host. */
    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
