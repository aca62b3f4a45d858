package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingControlTest {

    private static final String SPENDING = "/organizations/org_demo/spending";
    private static final String THREAD = "{\"projectId\": \"proj_empty\", \"prompt\": \"Hello.\"}";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isWithoutACapAtFirst() {
        assertThat(server.control().get(SPENDING).ok())
                .isEqualTo(Json.parse(
                        "{\"organizationId\": \"org_demo\", \"month\": \"2026-01\", \"spent\": 0, \"cap\": null}"));
    }

    @Test
    void canBeCapped() {
        server.api().post("/v1/threads", THREAD).ok();
        server.control().post("/clock/run-until-idle", "{}").ok();

        JsonNode capped = server.control().put(SPENDING, "{\"cap\": 0.01}").ok();

        assertThat(capped.path("cap").decimalValue()).isEqualByComparingTo("0.01");
        assertThat(capped.path("spent").decimalValue()).isPositive();
        assertThat(server.api().post("/v1/threads", THREAD).invalid().message())
                .startsWith("The organization has reached its spend cap of $0.01 for 2026-01");

        server.control().put(SPENDING, "{\"cap\": null}").ok();
        server.api().post("/v1/threads", THREAD).ok();
    }

    @ParameterizedTest
    @CsvSource({"25.50, 25.5", "1e3, 1000", "0.000001, 0.000001", "-0.0, 0", "0e-99999, 0", "1.10000000, 1.1"})
    void isCappedInPlainDollars(String given, String cap) {
        assertThat(server.control().put(SPENDING, "{\"cap\": " + given + "}").text())
                .endsWith("\"cap\":" + cap + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "1e-999999999", "0.1234567"})
    void isNotCappedInLessThanAMillionthOfADollar(String cap) {
        String before = server.world().digest();

        assertThat(server.control()
                        .put(SPENDING, "{\"cap\": " + cap + "}")
                        .invalid()
                        .violations())
                .containsExactly("$.cap: must have at most 6 decimals");
        assertThat(server.world().digest()).isEqualTo(before);
    }

    @Test
    void isRefusedWhereItMakesNoSense() {
        server.control().put(SPENDING, "{\"cap\": -1}").invalid();
        server.control().put(SPENDING, "{}").invalid();
        server.control().put("/organizations/org_none/spending", "{\"cap\": 1}").refused(404, "not_found");
        server.control().get("/organizations/org_none/spending").refused(404, "not_found");
    }
}
