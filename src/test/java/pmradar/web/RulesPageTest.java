package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import preview.HeldRules;
import preview.PreviewApplication;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class RulesPageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldRules rules;

    @AfterEach
    void asBefore() {
        rules.added().forEach(rules::remove);
        rules.going = false;
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document tried(String lines) throws Exception {
        return Jsoup.parse(mvc.perform(post("/rules/try")
                        .param("kind", "technology")
                        .param("domain", "software")
                        .param("lines", lines)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void saysWhichRulesAreInForce() throws Exception {
        var page = page("/rules");
        assertThat(page.selectFirst(".lead").text()).contains(rules.version(), "terms known by name");
        assertThat(page.select(".known tbody tr")).hasSize(17);
        assertThat(page.select(".actions a").eachAttr("href")).contains("/?q=sure:%3C0.7", "/api/corrections.jsonl");
        assertThat(page.selectFirst(".foot a[href=/rules]")).isNotNull();
    }

    @Test
    void looksUpWhatATermIsCalledAndWhenItIsDoubtful() throws Exception {
        assertThat(page("/rules?term=K8S").selectFirst(".terms").text())
                .contains("Kubernetes", "technology", "k8s", "of taxonomy.yml");
        assertThat(page("/rules?term=golang").selectFirst(".terms").text()).contains("Go", "doubtful", "not-before");
        assertThat(page("/rules?term=zorblax").text()).contains("No term is called");
    }

    @Test
    void showsHowFarTheJudgingAnewIs() throws Exception {
        assertThat(page("/rules").select("#anew")).isEmpty();
        rules.going = true;
        var anew = page("/rules/progress").selectFirst("#anew");
        assertThat(anew.text()).contains("1,240 of 3,000 postings judged anew; 12 labels changed so far");
        assertThat(anew.attr("hx-get")).isEqualTo("/rules/progress");
    }

    @Test
    void showsWhatATermWouldChangeBeforeItDoes() throws Exception {
        var before = rules.version();
        var trial = tried("Nordic language").getElementById("trial");
        assertThat(trial.text())
                .contains("With Nordic language", "8 labels and 8 scores would change", "of 59 postings judged");
        assertThat(trial.select("tbody tr")).isNotEmpty();
        assertThat(trial.selectFirst("tbody a").attr("href")).startsWith("/postings/");
        assertThat(rules.version()).isEqualTo(before);
    }

    @Test
    void pointsAtTheLineThatIsWrong() throws Exception {
        var page = tried("Zorblax\n{ name: Quorl, nearby: [x] }");
        assertThat(page.getElementById("unreadable").text()).startsWith("Line 2: unknown key 'nearby'");
        assertThat(page.getElementById("lines").val()).contains("Quorl");
        assertThat(tried("Kubernetes").getElementById("unreadable").text()).startsWith("In taxonomy.yml, line");
        assertThat(tried("<script>").select("script:not([src])")).isEmpty();
    }

    @Test
    void addsATermAndTakesItOutAgain() throws Exception {
        mvc.perform(post("/rules/add")
                        .param("kind", "technology")
                        .param("domain", "software")
                        .param("lines", "Zorblax | zbx"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/rules/add")
                        .param("kind", "technology")
                        .param("domain", "software")
                        .param("lines", "Zorblax | zbx")
                        .with(csrf()))
                .andExpect(redirectedUrl("/rules"))
                .andExpect(flash().attribute("notice", Matchers.startsWith("Added")));
        var added = page("/rules").selectFirst(".made form[action=/rules/remove]");
        assertThat(rules.taxonomy().find("zbx")).hasSize(1);
        mvc.perform(post("/rules/remove")
                        .param("kind", added.selectFirst("[name=kind]").val())
                        .param("domain", added.selectFirst("[name=domain]").val())
                        .param("lines", added.selectFirst("[name=lines]").val())
                        .with(csrf()))
                .andExpect(redirectedUrl("/rules"));
        assertThat(rules.added()).isEmpty();
        assertThat(rules.taxonomy().find("zbx")).isEmpty();
    }

    @Test
    void refusesKindsAndFieldsThatDoNotExist() throws Exception {
        mvc.perform(post("/rules/try")
                        .param("kind", "magic")
                        .param("lines", "x")
                        .with(csrf()))
                .andExpect(status().isBadRequest());
        mvc.perform(post("/rules/try")
                        .param("domain", "magic")
                        .param("lines", "x")
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }
}
