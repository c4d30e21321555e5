package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.search.lucene.Ads.ad;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pmradar.search.Criteria;

/// Judged queries over invented postings. No change of ranking without looking at the figures that this prints.
class RankingTest {

    @TempDir
    Path folder;

    private static Ads[] ads() {
        var filler = " You plan, you report, you keep the budget and you talk to stakeholders.".repeat(6);
        return new Ads[] {
            ad(1).title("Cloud Migration Project Manager")
                    .text("Lead a migration to the cloud." + filler)
                    .seen(days(3)),
            ad(2).title("Project Manager, Cloud")
                    .text("Cloud landing zones." + filler)
                    .seen(days(60)),
            ad(3).title("Project Manager")
                    .text("Our customers use cloud services." + filler)
                    .seen(days(1)),
            ad(4).title("Programme Manager")
                    .text("Migration of two data centres into the cloud; cloud migration plans." + filler)
                    .seen(days(8)),
            ad(5).title("SAP Project Manager")
                    .text("Roll out SAP S/4HANA in six countries." + filler)
                    .seen(days(5)),
            ad(6).title("Project Manager ERP")
                    .text("You have led SAP projects." + filler)
                    .seen(days(20)),
            ad(7).title("Project Manager")
                    .text("We are a bakery. SAP is used by our accountants." + filler)
                    .seen(days(2)),
            ad(8).title("Scrum Master").text("Serve two teams." + filler).seen(days(4)),
            ad(9).title("Scrum Master / Agile Coach")
                    .text("Coach teams, be the scrum master of one." + filler)
                    .seen(days(40)),
            ad(10).title("Delivery Manager")
                    .text("Work with a scrum master each day." + filler)
                    .seen(days(1)),
            ad(11).title("Construction Project Manager")
                    .text("Schools and hospitals in steel and concrete." + filler)
                    .company("Steinbach Bau")
                    .place("Hamburg", null, "DE")
                    .seen(days(6)),
            ad(12).title("Project Manager Construction")
                    .text("Bridges." + filler)
                    .company("Brückenwerk")
                    .place("München", "Bayern", "DE")
                    .seen(days(80)),
            ad(13).title("Project Manager")
                    .text("For a construction software vendor." + filler)
                    .seen(days(1)),
            ad(14).title("Technical Project Manager")
                    .text("Networks, firewalls and cyber security." + filler)
                    .seen(days(9)),
            ad(15).title("Security Project Manager")
                    .text("Cyber security programme, firewalls." + filler)
                    .seen(days(30)),
            ad(16).title("PMO Analyst")
                    .text("Reports. A secure workplace." + filler)
                    .seen(days(2)),
            ad(17).title("Projektleiter Netze")
                    .text("Planung von Stromnetzen und Projekten.")
                    .language("de")
                    .place("Hamburg", null, "DE")
                    .seen(days(7)),
            ad(18).title("Projektmanager")
                    .text("Netze planen, Projekte steuern.")
                    .language("de")
                    .seen(days(50)),
            ad(19).title("Data Platform Project Manager")
                    .text("Kafka, Spark and dashboards." + filler)
                    .seen(days(12)),
            ad(20).title("Project Manager")
                    .text("Analytics: data platforms, data quality, data governance." + filler)
                    .seen(days(3))
        };
    }

    /// Query, and how well which postings serve it: 3 exactly, 2 well, 1 a little.
    private static Map<String, Map<Long, Integer>> judged() {
        var judged = new LinkedHashMap<String, Map<Long, Integer>>();
        judged.put("cloud migration", Map.of(1L, 3, 4L, 2));
        judged.put("cloud project manager", Map.of(1L, 3, 2L, 3, 3L, 1));
        judged.put("sap", Map.of(5L, 3, 6L, 2, 7L, 1));
        judged.put("scrum master", Map.of(8L, 3, 9L, 3, 10L, 1));
        judged.put("\"scrum master\"", Map.of(8L, 3, 9L, 3, 10L, 1));
        judged.put("construction", Map.of(11L, 3, 12L, 3, 13L, 1));
        judged.put("construction hamburg", Map.of(11L, 3));
        judged.put("cyber security", Map.of(15L, 3, 14L, 2));
        judged.put("projekte", Map.of(17L, 2, 18L, 2));
        judged.put("data platform", Map.of(19L, 3, 20L, 2));
        judged.put("hamburg", Map.of(11L, 2, 17L, 2));
        return judged;
    }

    @Test
    void putsTheBestFirst() {
        double sum = 0;
        try (var index = TestIndex.of(folder, ads())) {
            for (var query : judged().entrySet()) {
                double gain = ndcg(index.ranked(query.getKey(), Criteria.Sort.RELEVANCE), query.getValue());
                System.out.printf("nDCG@10 %.3f  %s%n", gain, query.getKey());
                sum += gain;
            }
        }
        double mean = sum / judged().size();
        System.out.printf("nDCG@10 %.3f  in the mean of %d queries%n", mean, judged().size());
        assertThat(mean).isGreaterThan(0.95);
    }

    private static double ndcg(List<Long> found, Map<Long, Integer> judged) {
        var grades = found.stream().map(id -> judged.getOrDefault(id, 0)).toList();
        var ideal = new ArrayList<>(judged.values());
        ideal.sort(Collections.reverseOrder());
        return dcg(grades) / dcg(ideal);
    }

    private static double dcg(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(10, grades.size()); i++)
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        return sum;
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
