package pmradar.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Pay;
import pmradar.posting.Place;
import pmradar.posting.PostingHistory;
import pmradar.posting.Said;

/// One change of an ad, as a reader sees it.
///
/// @param values one for each field that has another value @param text word by word; empty where it stayed
record ChangeView(String day, List<Value> values, List<TextDifference.Piece> text) {

    /// @param before what is gone, @param after what is new; empty where there is nothing
    record Value(String name, String before, String after) {}

    static ChangeView of(PostingHistory.Change change) {
        return new ChangeView(
                Wording.day(change.at()),
                values(change),
                change.fields().contains(Said.Field.TEXT)
                        ? TextDifference.of(text(change.before()), text(change.after()))
                        : List.of());
    }

    static List<Value> values(PostingHistory.Change change) {
        var before = change.before();
        var after = change.after();
        var values = new ArrayList<Value>();
        for (var field : change.fields()) {
            switch (field) {
                case TEXT -> {}
                case REQUIREMENTS ->
                    values.add(new Value(
                            "Requirements",
                            without(before.requirements(), after.requirements()),
                            without(after.requirements(), before.requirements())));
                case PLACES -> values.add(new Value("Places", places(before.places()), places(after.places())));
                default -> values.add(new Value(name(field), value(field, before), value(field, after)));
            }
        }
        return values;
    }

    private static String text(Said said) {
        return Objects.requireNonNullElse(said.text(), "");
    }

    private static String without(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.joining(", "));
    }

    static String places(List<Place> places) {
        return places.stream().map(Wording::place).distinct().collect(Collectors.joining(" / "));
    }

    private static String name(Said.Field field) {
        return switch (field) {
            case EMPLOYER -> "Employer";
            case TITLE -> "Title";
            case PLACES -> "Places";
            case REMOTE -> "Remote";
            case PAY -> "Pay";
            case EMPLOYMENT -> "Employment";
            case SENIORITY -> "Seniority";
            case DEPARTMENT -> "Department";
            case REQUIREMENTS -> "Requirements";
            case TEXT -> "Text";
        };
    }

    private static String value(Said.Field field, Said said) {
        return switch (field) {
            case TITLE -> plain(said.title());
            case EMPLOYER -> plain(said.company());
            case REMOTE -> said.remote() == null ? "" : plain(Wording.remote(said.remote()));
            case PAY -> pay(said.pay());
            case EMPLOYMENT ->
                said.employment().stream().sorted().map(Wording::employment).collect(Collectors.joining(", "));
            case SENIORITY -> said.seniority() == null ? "" : Wording.tag(said.seniority());
            case DEPARTMENT -> plain(said.department());
            case PLACES, REQUIREMENTS, TEXT -> "";
        };
    }

    private static String pay(@Nullable Pay pay) {
        return pay == null ? "" : plain(PayWords.stated(pay));
    }

    private static String plain(@Nullable String words) {
        return Objects.requireNonNullElse(words, "");
    }
}
