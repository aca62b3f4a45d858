package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.source.BranchNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchNameTest {

    private static final String ID = "0123abcd-0000-4000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({
        "Add a login page, add-a-login-page",
        "'  Use   v1.2: fast!', use-v1-2-fast",
        "日本語, task",
        "'', task",
        "An extraordinarily long title that does not fit at all, an-extraordinarily-long-title-that-does",
        "---, task",
        "refs/heads/../x.lock, refs-heads-x-lock",
    })
    void isASlugOfTheTitleAndTheBeginningOfTheId(String title, String slug) {
        String name = BranchName.of(title, ID);

        assertThat(name).isEqualTo("capy/" + slug + "-0123abcd");
        assertThat(BranchNames.isValid(name)).isTrue();
    }
}
