package pmradar.web;

import java.util.Locale;
import java.util.function.UnaryOperator;
import pmradar.search.Facet;

/// What facets and their values are called on pages.
final class FacetWords {

    private FacetWords() {}

    static String title(Facet facet) {
        return switch (facet) {
            case LABEL -> "Label";
            case DOMAIN -> "Field";
            case BAND -> "How technical";
            case FAMILY -> "Kind of role";
            case REMOTE -> "Remote";
            case FROM -> "From where";
            case COUNTRY -> "Country";
            case PLACE -> "Place";
            case PAY -> "Pay";
            case COMPANY -> "Employer";
            case REQUIRES -> "Must have";
            case PREFERS -> "Nice to have";
            case CERTIFICATE -> "Certificate";
            case YEARS -> "Years asked for";
            case EMPLOYMENT -> "Employment";
            case SENIORITY -> "Seniority";
            case LANGUAGE -> "Language";
            case FEED -> "Feed";
            case AGE -> "First seen";
        };
    }

    static String value(Facet facet, String value, UnaryOperator<String> feedName) {
        return switch (facet) {
            case LABEL, REMOTE, EMPLOYMENT, SENIORITY ->
                value.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
            case FAMILY -> family(value);
            case DOMAIN -> domain(value);
            case BAND -> band(value);
            case FROM -> from(value);
            case COUNTRY -> Wording.country(value);
            case LANGUAGE -> Wording.language(value);
            case FEED -> feedName.apply(value);
            case PAY -> value.equals("none") ? "not stated" : value;
            case YEARS -> years(value);
            case AGE -> age(value);
            case PLACE, COMPANY, REQUIRES, PREFERS, CERTIFICATE -> value;
        };
    }

    private static String from(String value) {
        return switch (value) {
            case "EU" -> "European Union";
            case "EEA" -> "European Economic Area";
            case "EMEA" -> "Europe, Middle East, Africa";
            case "APAC" -> "Asia and the Pacific";
            case "LATAM" -> "Latin America";
            case "DACH" -> "Germany, Austria, Switzerland";
            default -> value.length() == 2 ? Wording.country(value) : value;
        };
    }

    static String domain(String tag) {
        return switch (tag) {
            case "data-ai" -> "data and AI";
            case "enterprise-apps" -> "business systems";
            case "other" -> "other fields";
            default -> tag;
        };
    }

    static String family(String tag) {
        return switch (tag.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "project" -> "project manager";
            case "program" -> "programme manager";
            case "delivery" -> "delivery manager";
            case "scrum-master" -> "scrum master";
            case "coordinator" -> "coordinator";
            case "pmo" -> "PMO";
            default -> tag;
        };
    }

    private static String band(String value) {
        return switch (value) {
            case "0" -> "none · 0";
            case "1-24" -> "a touch · 1–24";
            case "25-49" -> "light · 25–49";
            case "50-74" -> "solid · 50–74";
            case "75-100" -> "deep · 75–100";
            default -> value;
        };
    }

    private static String age(String value) {
        return switch (value) {
            case "1d" -> "in the last day";
            case "7d" -> "in the last week";
            case "older" -> "longer ago";
            default -> value.matches("\\d{1,4}d") ? "in the last %s days".formatted(value.replace("d", "")) : value;
        };
    }

    private static String years(String value) {
        return value.equals("none") ? "none stated" : value.replace("-", "–") + " years";
    }
}
