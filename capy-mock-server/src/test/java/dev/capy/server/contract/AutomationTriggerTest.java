package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.bytes;
import static dev.capy.server.contract.Bodies.json;
import static dev.capy.server.contract.Bodies.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The triggers of 2026-07: one of seven types, some of them in two versions. */
class AutomationTriggerTest {

    private static final Operation CREATE =
            Edition.load("capy-2026-07").operation("createAutomation").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'schedule','config':{'cron':'0 9 * * 1-5','timezone':'Europe/Paris'},'scheduleId':null}",
                "{'type':'schedule','config':{'version':2,'cron':'0 9 * * 1-5','timezone':'UTC'},'id':'t1'}",
                "{'type':'github','config':{'source':'github','events':[{'event':'push','actions':['x']}],'filters':{'states':['open']}}}",
                "{'type':'github','config':{'version':2,'provider':'github','event':'checks','conditions':{'checkNames':['ci']},'runWhen':'it fails'}}",
                "{'type':'slack','config':{'version':2,'provider':'slack','event':'message'}}",
                "{'type':'slack','config':{'version':2,'provider':'slack','event':'reaction','conditions':{'groupingWindowSeconds':300,'reactions':['eyes'],'messageTypes':['bot','human']}}}",
                "{'type':'sentry','config':{'provider':'sentry','events':[{'resource':'issue','actions':['created']},{'resource':'event_alert'}]}}",
                "{'type':'sentry','config':{'version':2,'provider':'sentry','event':'any_issue','conditions':{'levels':['fatal']}}}",
                "{'type':'linear','config':{'version':2,'provider':'linear','event':'end_cycle','conditions':{'cycles':['7']}}}",
                "{'type':'incoming_webhook'}",
                "{'type':'incoming_webhook','config':{},'webhookToken':null,'webhookSecret':'s'}",
                "{'type':'incoming_webhook','config':{'version':2,'provider':'incoming_webhook','event':'request','conditions':{'regex':'^x'}}}",
                "{'type':'on_demand'}",
                "{'type':'on_demand','config':{}}",
            })
    void areTaken(String trigger) {
        assertThatCode(() -> CREATE.readBody(bytes(body(trigger)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'mail'} | $.triggers[0].type: must be one of 'schedule', 'github', 'slack', 'sentry', 'linear', 'incoming_webhook', 'on_demand', was 'mail'",
                "{'type':'schedule','config':{'cron':'* * * * *'}} | $.triggers[0].config.timezone: is required",
                "{'type':'schedule','config':{'version':1,'cron':'* * * * *','timezone':'UTC'}} | $.triggers[0].config.version: must be 2, was 1",
                "{'type':'github','config':{'version':2,'provider':'github','event':'star'}} | $.triggers[0].config.event: must be one of draft_opened,",
                "{'type':'github','config':{'source':'github','events':[]}} | $.triggers[0].config.events: must have at least 1 item, has 0",
                "{'type':'slack','config':{'version':2,'provider':'slack','event':'message','conditions':{}}} | $.triggers[0].config.conditions.groupingWindowSeconds: is required",
                "{'type':'sentry','config':{'provider':'sentry','events':[{'resource':'issue','actions':['triggered']}]}} | $.triggers[0].config.events[0].actions[0]: must be one of created,",
                "{'type':'incoming_webhook','webhookSecret':123456} | $.triggers[0].webhookSecret: must be a string or null",
                "{'type':'on_demand','config':{'x':1}} | $.triggers[0].config.x: is not a known field",
                "{'config':{}} | $.triggers[0].type: is required",
            })
    void areRefusedByTheRulesOfTheirType(String trigger, String refusal) {
        assertThat(refusals(CREATE, body(trigger))).singleElement().asString().startsWith(refusal);
    }

    @Test
    void secretsAreNotRepeated() {
        assertThat(refusals(CREATE, body("{'type':'incoming_webhook','webhookSecret':123456}"))
                        .toString())
                .doesNotContain("123456");
        Operation variables = Edition.load("capy-2026-07")
                .operation("upsertPersonalEnvironmentVariables")
                .orElseThrow();
        assertThat(refusals(variables, "{'variables':[{'name':'A','value':123456}]}"))
                .containsExactly("$.variables[0].value: must be a string");
    }

    @Test
    void areProjectedWhole() {
        Operation get = Edition.load("capy-2026-07").operation("getAutomation").orElseThrow();
        String github =
                "{'triggers':[{'id':'t','type':'github','config':{'version':2,'provider':'github','event':'checks','conditions':{'checkNames':['ci']}}}],'integrationTriggerConfig':{'any':{'thing':1}}}";

        assertThat(get.project(200, json(github))).isEqualTo(json(github));
    }

    private static String body(String trigger) {
        return "{'name':'Nightly','prompt':'Do it','triggers':[" + trigger + "]}";
    }
}
