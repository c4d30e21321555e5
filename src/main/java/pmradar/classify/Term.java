package pmradar.classify;

import java.util.List;

/// One requirement of the taxonomy, under the name that people are shown.
///
/// @param domains the fields it belongs to; empty where it has none
public record Term(String name, Kind kind, List<Domain> domains) {

    public Term {
        domains = List.copyOf(domains);
    }

    /// What sort of thing a term is. The kind, not the term, decides how much it can count for (LABELS.md §3).
    public enum Kind {
        TECHNOLOGY("technology"),
        DISCIPLINE("discipline"),
        PRACTICE("practice"),
        DUTY("duty"),
        DEGREE("degree"),
        CERTIFICATE("certificate"),
        BI("bi"),
        AUTHORING("authoring"),
        DOCUMENT("document"),
        NORM("norm"),
        DELIVERY_PROCESS("delivery-process"),
        GENERIC("generic"),
        SOFT("soft"),
        PLANNING_TOOL("planning-tool"),
        METHOD("method"),
        MANAGEMENT_CERTIFICATE("management-certificate"),
        OTHER_DEGREE("other-degree");

        private final String tag;

        Kind(String tag) {
            this.tag = tag;
        }

        /// The name in the file.
        public String tag() {
            return tag;
        }

        /// Whether naming it can make a role technical by itself.
        public boolean technical() {
            return ordinal() <= CERTIFICATE.ordinal();
        }

        /// Whether it never counts: planning tools, methods, management certificates, other degrees.
        public boolean zero() {
            return ordinal() >= PLANNING_TOOL.ordinal();
        }
    }
}
