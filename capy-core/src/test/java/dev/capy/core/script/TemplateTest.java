package dev.capy.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, String> VALUES = Map.of("title", "A $1 \\ title", "prompt", "{{title}}");

    @Test
    void putsValuesInThePlaceOfTheirNames() {
        assertThat(Template.fill("{{title}}, {{title}}!", VALUES)).isEqualTo("A $1 \\ title, A $1 \\ title!");
    }

    @Test
    void leavesNamesOfAValueAlone() {
        assertThat(Template.fill("<{{prompt}}>", VALUES)).isEqualTo("<{{title}}>");
    }

    @Test
    void leavesUnknownNamesAlone() {
        assertThat(Template.fill("{{nobody}} {{ title }} {title}", VALUES)).isEqualTo("{{nobody}} {{ title }} {title}");
    }
}
