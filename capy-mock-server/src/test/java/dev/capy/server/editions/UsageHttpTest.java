package dev.capy.server.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs have cost: totals over pages, filters, sorting. */
class UsageHttpTest {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final EditionServer WORLD = new EditionServer("2026-06");

    @BeforeAll
    static void work() {
        WORLD.start("Add a login page.");
        WORLD.server
                .as("capy_demo_member")
                .post(
                        "/v1/threads",
                        "{\"projectId\": \"proj_empty\", \"prompt\": \"What is this?\", \"model\": \"gpt-5.5\"}")
                .ok();
        WORLD.task(", 'start': true");
        WORLD.runUntilIdle();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static JsonNode usage(String more) {
        return WORLD.api
                .get("/v1/usage?orgId=org_demo&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z" + more)
                .ok();
    }

    private static double sum(Iterable<JsonNode> items, String name) {
        double sum = 0;
        for (JsonNode item : items) {
            sum += item.path(name).asDouble();
        }
        return sum;
    }

    @Test
    void totalsAreTheSumOfAllPages() {
        JsonNode all = usage("");
        List<JsonNode> items = new ArrayList<>();
        for (int page = 1; page <= all.path("total").asInt(); page++) {
            JsonNode one = usage("&pageSize=1&page=" + page);
            assertThat(one.path("totals")).isEqualTo(all.path("totals"));
            assertThat(one.path("totalPages").asInt())
                    .isEqualTo(all.path("total").asInt());
            one.path("items").forEach(items::add);
        }

        assertThat(items).hasSize(4).containsExactlyElementsOf(all.path("items"));
        for (String name : List.of("llmDollars", "vmDollars", "totalDollars")) {
            assertThat(all.path("totals").path(name).asDouble())
                    .isPositive()
                    .isCloseTo(sum(items, name), EXACTLY)
                    .isCloseTo(sum(all.path("users"), name), EXACTLY);
        }
        items.forEach(item -> assertThat(item.path("totalDollars").asDouble())
                .isCloseTo(
                        item.path("llmDollars").asDouble()
                                + item.path("vmDollars").asDouble(),
                        EXACTLY));
        assertThat(usage("&pageSize=1&page=99").path("items")).isEmpty();
    }

    @Test
    void filtersNarrowItemsAndTotals() {
        JsonNode member = usage("&userId=user_member");
        assertThat(member.path("items").findValuesAsText("jamTitle")).containsExactly("What is this?");
        assertThat(member.path("users").findValuesAsText("userId")).containsExactly("user_member");
        assertThat(member.at("/totals/totalDollars")).isEqualTo(member.at("/items/0/totalDollars"));

        assertThat(usage("&agentType=build").path("items").findValuesAsText("jamAgentType"))
                .containsExactly("build", "build");
        assertThat(usage("&agentType=captain").path("items")).hasSize(2);
        assertThat(usage("&agentType=review").path("items")).isEmpty();
        assertThat(usage("&projectIds=proj_empty").path("items")).hasSize(1);
        assertThat(usage("&projectIds=proj_empty,proj_demo").path("items")).hasSize(4);
        assertThat(usage("&routed=oss").at("/totals/totalDollars").asDouble()).isZero();
        assertThat(usage("&routed=all").path("items")).hasSize(4);
    }

    @Test
    void aTimeWithoutWorkCostNothing() {
        JsonNode none = WORLD.api
                .get("/v1/usage?orgId=org_demo&from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .ok();

        assertThat(none.path("items")).isEmpty();
        assertThat(none.path("totalPages").asInt()).isZero();
        assertThat(none.at("/totals/totalDollars").asDouble()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastActivity", "cost", "name", "diff", "owner"})
    void itemsAreSortedBothWays(String sortBy) {
        List<JsonNode> up = items("&sortDirection=asc&sortBy=" + sortBy);
        List<JsonNode> down = items("&sortDirection=desc&sortBy=" + sortBy);

        assertThat(up).isSortedAccordingTo(order(sortBy)).containsExactlyInAnyOrderElementsOf(down);
        assertThat(down).isSortedAccordingTo(order(sortBy).reversed());
    }

    private static List<JsonNode> items(String more) {
        List<JsonNode> items = new ArrayList<>();
        usage(more).path("items").forEach(items::add);
        return items;
    }

    private static Comparator<JsonNode> order(String sortBy) {
        return switch (sortBy) {
            case "lastActivity" ->
                Comparator.comparing(item -> item.path("lastActivityAt").asText());
            case "cost" ->
                Comparator.comparing(item -> item.path("totalDollars").asDouble());
            case "name" -> Comparator.comparing(item -> item.path("jamTitle").asText());
            case "diff" ->
                Comparator.comparing(
                        item -> item.at("/diffSummaryByMode/pr/additions").asInt()
                                + item.at("/diffSummaryByMode/pr/deletions").asInt());
            default -> Comparator.comparing(item -> item.path("userName").asText());
        };
    }

    @Test
    void whatIsAskedForBadlyIsRefused() {
        assertThat(WORLD.api
                        .get("/v1/usage?orgId=org_demo&from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .invalid()
                        .paths())
                .containsExactly("$.from");
        WORLD.api
                .get("/v1/usage?orgId=org_other&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z")
                .refused(403, "forbidden");
        WORLD.api
                .get("/v1/usage?orgId=org_demo&from=2026-01-01T00:00:00%2B01:00&to=2026-02-01T00:00:00Z")
                .invalid();
    }
}
