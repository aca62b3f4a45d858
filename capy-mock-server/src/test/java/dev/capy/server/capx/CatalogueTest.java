package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.contract.Editions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each endpoint of the published catalogue, then their twins and what else there is, and the test that shows it at work. */
class CatalogueTest {

    private static final String PUBLISHED = """
            POST   /companies                                CreateCompanyTest.answersTheGoverningFormAsPublished
            GET    /companies                                CompaniesTest.areListedNewestFirstPageByPage
            GET    /companies/{id}                           CompaniesTest.areTellingAllWhenReadAlone
            PATCH  /companies/{id}                           CompaniesTest.areUpdatedFieldByField
            DELETE /companies/{id}                           CompaniesTest.areGoneWhenTheyAreDeleted
            GET    /companies/{id}/agents                    AgentsTest.areListedByStatus
            POST   /companies/{id}/agents/{role}/wake        AgentsTest.haveAHeartbeatWhenTheyAreWoken
            POST   /companies/{id}/agents/{role}/pause       AgentsTest.doNothingWhileTheyArePaused
            GET    /companies/{id}/agents/{role}/logs        ActivityStreamTest.tellsWhatAnAgentLogs
            GET    /companies/{id}/tasks                     CapxTasksTest.areListedByWhatTheyAre
            POST   /approvals/{id}/approve                   CapxTasksTest.askForApprovalOfWhatRequiresIt
            POST   /approvals/{id}/reject                    CapxTasksTest.areDecidedByTheirOwnIdsToo
            POST   /playbooks/run                            PlaybooksTest.runWithTypedInputs
            GET    /playbooks/{id}/runs                      PlaybooksTest.runWithTypedInputs
            GET    /playbooks                                PlaybooksTest.areListedByTag
            GET    /activity                                 ActivityTest.isListedNewestFirstPageByPage
            GET    /activity/stream                          ActivityStreamTest.tellsWhatHappensInOrder
            GET    /costs                                    ActivityTest.addsUpToTheCosts
            POST   /webhooks                                 WebhooksTest.areToldWhatHappensWithASignature
            """;

    private static final String BESIDES = """
            POST   /companies/{id}/pause                     CompaniesTest.arePausedAndResumed
            POST   /companies/{id}/resume                    CompaniesTest.arePausedAndResumed
            POST   /companies/{id}/agents                    AgentsTest.areAddedForThreeCredits
            GET    /companies/{id}/agents/{role}             AgentsTest.areFoundByRoleAndById
            PATCH  /companies/{id}/agents/{role}             AgentsTest.areUpdatedFieldByField
            DELETE /companies/{id}/agents/{role}             AgentsTest.areRemoved
            POST   /companies/{id}/agents/{role}/resume      AgentsTest.doNothingWhileTheyArePaused
            POST   /companies/{id}/tasks                     CapxTasksTest.areDoneByAnAgent
            GET    /companies/{id}/tasks/{task_id}           CapxTasksTest.areDoneByAnAgent
            PATCH  /companies/{id}/tasks/{task_id}           CapxTasksTest.areChangedUntilTheyBegin
            POST   /companies/{id}/tasks/{task_id}/approve   CapxTasksTest.waitForPeopleWhereTheyAreInTheLoop
            POST   /companies/{id}/tasks/{task_id}/reject    CapxTasksTest.areRejectedWithFeedback
            GET    /approvals                                CapxTasksTest.askForApprovalOfWhatRequiresIt
            GET    /companies/{id}/playbooks                 PlaybooksTest.areListedByTag
            POST   /companies/{id}/playbooks                 PlaybooksTest.areMadeOfYaml
            GET    /companies/{id}/playbooks/{playbook_id}   PlaybooksTest.areMadeOfYaml
            POST   /companies/{id}/playbooks/{playbook_id}/run PlaybooksTest.refuseInputsThatDoNotFit
            GET    /companies/{id}/playbooks/{playbook_id}/runs PlaybooksTest.runWithTypedInputs
            GET    /companies/{id}/playbooks/{playbook_id}/runs/{run_id} PlaybooksTest.runWithTypedInputs
            GET    /webhooks                                 WebhooksTest.areListedWithoutTheirSecrets
            DELETE /webhooks/{id}                            WebhooksTest.areToldNothingAfterTheirEnd
            GET    /webhooks/{id}/deliveries                 WebhooksTest.areTriedAgainLaterAndLater
            POST   /webhooks/{id}/deliveries/{delivery_id}/redeliver WebhooksTest.areGivenUpInTheEndAndSentAnewWhenSomebodySaysSo
            GET    /companies/{id}/activity                  ActivityTest.isThatOfOneCompany
            GET    /companies/{id}/costs                     ActivityTest.isBrokenDownByWhatIsAskedFor
            """;

    private record Row(String endpoint, String test) {

        static Row read(String line) {
            String[] cells = line.split(" +", 3);
            return new Row(cells[0] + " " + cells[1], cells[2]);
        }

        @Override
        public String toString() {
            return endpoint;
        }
    }

    private static List<Row> rows() {
        return (PUBLISHED + BESIDES).lines().map(Row::read).toList();
    }

    @Test
    void hasNineteenPublishedEndpoints() {
        assertThat(PUBLISHED.lines()).hasSize(19);
    }

    @Test
    void isWhatTheDocumentDeclares() {
        List<String> declared = new ArrayList<>();
        Editions.capx().operations().forEach(operation -> declared.add(operation.method() + " " + operation.path()));

        assertThat(rows()).extracting(Row::endpoint).containsExactlyInAnyOrderElementsOf(declared);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isShownAtWork(Row row) throws ClassNotFoundException {
        String[] names = row.test().split("\\.");
        Class<?> test = Class.forName(getClass().getPackageName() + "." + names[0]);

        assertThat(Arrays.stream(test.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName))
                .contains(names[1]);
    }
}
