package dev.capy.core.automation.cron;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * 0 *",
                "* * * * 8",
                "a * * * *",
                "* * * foo *",
                "* * * * 1-mond",
                "1,,2 * * * *",
                "1, * * * *",
                "*/0 * * * *",
                "*/-5 * * * *",
                "-1 * * * *",
                "+5 * * * *",
                "5-1 * * * *",
                "* * * * 5-2",
                "@daily",
                "99999999999 * * * *",
                "* * L * *",
                "* * ? * *",
                "* * * * 1#2",
                "٣ * * * *",
                "1.5 * * * *",
                "*5 * * * *",
                "0 0 30 2 *",
                "0 0 31 2,4,6,9,11 *",
                "jan * * * *"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> Cron.parse(text))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("must be a cron expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 0  9 * * 1-5 ", "0\t9 * * *", "*/60 * * * *", "0-59 0-23 1-31 1-12 0-7", "0 0 29 2 1"})
    void accepts(String text) {
        assertThatCode(() -> Cron.parse(text)).doesNotThrowAnyException();
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertThatThrownBy(() -> Cron.parse("0 25 * * *"))
                .hasMessage("must be a cron expression; its hour '25' has a number that is not from 0 to 23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "+02:00", "europe/berlin", "UTC+1", "Z"})
    void refusesWhatIsNoZone(String name) {
        assertThatThrownBy(() -> Zones.parse(name)).isInstanceOf(Invalid.class).hasMessageContaining("IANA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"})
    void knowsZones(String name) {
        assertThatCode(() -> Zones.parse(name)).doesNotThrowAnyException();
    }
}
