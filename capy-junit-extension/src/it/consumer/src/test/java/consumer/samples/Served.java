package consumer.samples;

import dev.capy.junit.CapyTest;
import dev.capy.server.ServedWorld;
import org.junit.jupiter.api.Test;

/** Run by another test, which looks whether the place is closed afterwards. */
@CapyTest
public class Served {

    public static volatile String place;

    @Test
    void tellsWhereItIs(ServedWorld capy) {
        place = capy.baseUri() + "/v1/projects";
    }
}
