package pmradar.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four plain quiet words",
                "всё хорошо и тихо",
                "twelve chars",
                "passwordhorsebattery",
                "ben likes green tea",
                "       a quiet one       "
            })
    void takesWhatIsLongWhateverItsSigns(String password) {
        assertThatCode(() -> PasswordRule.check("ben", password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eleven char", "   ", "ééééé"})
    void refusesWhatIsShort(String password) {
        assertThatThrownBy(() -> PasswordRule.check("ben", password))
                .hasMessage("A password has 12 to 200 characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "121212121212",
                "123456789012",
                "987654321098",
                "abcdefghijkl",
                "qwertyuiop123",
                "Password1234",
                "p-a-s-s-w-o-r-d-12",
                "passwordpassword",
                "Ben-Ben-Ben-Ben!",
                "benpassword123",
                "Admin-Welcome-1",
                "............"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThatThrownBy(() -> PasswordRule.check("ben", password)).hasMessageContaining("first that are guessed");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void refusesWhatIsTooLongToBeTyped(int length) {
        assertThatThrownBy(() -> PasswordRule.check(
                        "ben", "four plain words ".repeat(length).substring(0, length)))
                .hasMessageContaining("12 to 200");
    }
}
