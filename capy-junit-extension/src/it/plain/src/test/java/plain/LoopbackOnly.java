package plain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Permission;

/** Lets nobody connect to, listen on or ask for the name of anything but this machine. */
@SuppressWarnings("removal")
public final class LoopbackOnly extends SecurityManager {

    @Override
    public void checkConnect(String host, int port) {
        if (!isLoopback(host)) {
            throw new SecurityException("Somebody wants to reach " + host + ", port " + port);
        }
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        checkConnect(host, port);
    }

    @Override
    public void checkPermission(Permission permission) {
        // everything else is allowed
    }

    @Override
    public void checkPermission(Permission permission, Object context) {
        // everything else is allowed
    }

    private static boolean isLoopback(String host) {
        if (!host.matches("[0-9.]+|.*:.*")) {
            return host.equals("localhost");
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
