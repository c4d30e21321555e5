package pmradar.posting;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Evidence;

/// What an ad said at one time, as far as a reader cares.
///
/// @param requirements that its text showed, each once
public record Said(
        @Nullable String title,
        @Nullable String company,
        List<Place> places,
        @Nullable Remote remote,
        @Nullable Pay pay,
        Set<EmploymentType> employment,
        @Nullable Seniority seniority,
        @Nullable String department,
        List<String> requirements,
        @Nullable String text) {

    /// What may change in it.
    public enum Field {
        TITLE(Said::title),
        EMPLOYER(Said::company),
        PLACES(Said::places),
        REMOTE(Said::remote),
        PAY(Said::pay),
        EMPLOYMENT(Said::employment),
        SENIORITY(Said::seniority),
        DEPARTMENT(Said::department),
        REQUIREMENTS(Said::requirements),
        TEXT(Said::text);

        private final Function<Said, @Nullable Object> value;

        Field(Function<Said, @Nullable Object> value) {
            this.value = value;
        }

        boolean differs(Said one, Said other) {
            return !Objects.equals(value.apply(one), value.apply(other));
        }
    }

    public Said {
        places = List.copyOf(places);
        employment = Set.copyOf(employment);
        requirements = List.copyOf(requirements);
    }

    static Said of(Judged judged) {
        var draft = judged.draft();
        return new Said(
                draft.title(),
                draft.company(),
                draft.places(),
                draft.remote(),
                draft.pay(),
                draft.employment(),
                draft.seniority(),
                draft.department(),
                judged.classification().evidence().stream()
                        .map(Evidence::requirement)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                draft.text());
    }

    /// @return in what the two differ, in the order of [Field]
    List<Field> differences(Said other) {
        return Stream.of(Field.values())
                .filter(field -> field.differs(this, other))
                .toList();
    }

    /// This where `fields` says so, and `later` in all else.
    Said over(Said later, List<Field> fields) {
        return new Said(
                fields.contains(Field.TITLE) ? title : later.title,
                fields.contains(Field.EMPLOYER) ? company : later.company,
                fields.contains(Field.PLACES) ? places : later.places,
                fields.contains(Field.REMOTE) ? remote : later.remote,
                fields.contains(Field.PAY) ? pay : later.pay,
                fields.contains(Field.EMPLOYMENT) ? employment : later.employment,
                fields.contains(Field.SENIORITY) ? seniority : later.seniority,
                fields.contains(Field.DEPARTMENT) ? department : later.department,
                fields.contains(Field.REQUIREMENTS) ? requirements : later.requirements,
                fields.contains(Field.TEXT) ? text : later.text);
    }

    /// Without what the two have in common.
    Said only(List<Field> fields) {
        return over(NOTHING, fields);
    }

    private static final Said NOTHING =
            new Said(null, null, List.of(), null, null, Set.of(), null, null, List.of(), null);
}
