package pmradar.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/// What the block list must do on every database.
@SpringBootTest(classes = PostingSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import({StoredBlocks.class, BlockWalk.class})
@RecordApplicationEvents
abstract class BlocksContract {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Autowired
    Postings postings;

    @Autowired
    Blocks blocks;

    @Autowired
    BlockWalk walk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void emptyStore() {
        for (var table :
                List.of("posting_block", "posting_correction", "posting_evidence", "posting_sighting", "posting")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private void record(Drafts... drafts) {
        var page = new ArrayList<Judged>();
        for (var draft : drafts) page.add(draft.judged());
        transaction.executeWithoutResult(status -> postings.recordAll("north", page, NOW));
    }

    private Posting posting(String title) {
        return postings.changedAfter(0, 1_000).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Drafts draft(String id, String title, String company) {
        return Drafts.of(id).title(title).company(company);
    }

    private Blocks.Block block(Blocks.Kind kind, String words) {
        return blocks.add(kind, words, "seen enough", "owner", NOW);
    }

    @Test
    void anEmployerIsBlockedWhateverItsLegalForm() {
        record(draft("1", "Project Manager", "Acme GmbH"), draft("2", "Delivery Lead", "Acme Labs"));
        var preview = blocks.preview(Blocks.Kind.EMPLOYER, "ACME");
        assertThat(preview.count()).isEqualTo(1);
        assertThat(preview.newest()).extracting(Blocks.Hidden::title).containsExactly("Project Manager");
        assertThat(preview.all()).isTrue();
        assertThat(posting("Project Manager").open()).isTrue();

        var rule = block(Blocks.Kind.EMPLOYER, "ACME");
        walk.run();
        assertThat(posting("Project Manager"))
                .returns(false, Posting::open)
                .returns(rule.id(), Posting::blockedBy)
                .returns(null, one -> one.life().closed());
        assertThat(posting("Delivery Lead").open()).isTrue();
        assertThat(postings.countOpen()).isEqualTo(1);
        assertThat(blocks.find(rule.id()).orElseThrow().hides()).isEqualTo(1);
    }

    @Test
    void anAgencyIsBlockedUnderAllItsNames() {
        record(draft("1", "A Manager", "Hale Search International"), draft("2", "B Manager", "Inhale Search"));
        block(Blocks.Kind.AGENCY, "hale search");
        walk.run();
        assertThat(posting("A Manager").open()).isFalse();
        assertThat(posting("B Manager").open()).isTrue();
    }

    @Test
    void wordsAreWholeWordsInARowWithoutCaseOrAccents() {
        record(
                draft("1", "Chef de Projet Déploiement (H/F)", "Un"),
                draft("2", "Chef de projets", "Deux"),
                draft("3", "Project Manager", "Trois").text("Le chef de projet pilote l'équipe."));
        block(Blocks.Kind.TITLE, "CHEF DE PROJET deploiement");
        walk.run();
        assertThat(postings.countOpen()).isEqualTo(2);
        block(Blocks.Kind.TEXT, "chef de projet");
        walk.run();
        assertThat(posting("Project Manager").open()).isFalse();
        assertThat(posting("Chef de projets").open()).isTrue();
    }

    @Test
    void whatIsRecordedLaterIsBlockedAtOnce() {
        var rule = block(Blocks.Kind.EMPLOYER, "Acme");
        record(draft("1", "Project Manager", "Acme"));
        assertThat(posting("Project Manager").blockedBy()).isEqualTo(rule.id());
    }

    @Test
    void aRuleTakenBackShowsItsPostingsAgain() {
        record(draft("1", "Project Manager", "Acme"), draft("2", "Delivery Lead", "Other"));
        var rule = block(Blocks.Kind.EMPLOYER, "Acme");
        walk.run();
        var version = posting("Project Manager").version();
        blocks.undo(rule.id(), NOW);
        walk.run();
        assertThat(posting("Project Manager").open()).isTrue();
        assertThat(posting("Project Manager").version()).isGreaterThan(version);
        assertThat(posting("Delivery Lead").version()).isLessThan(version);
        assertThat(blocks.all()).singleElement().returns(NOW, Blocks.Block::undone);
        blocks.undo(rule.id(), NOW);
    }

    @Test
    void aPostingThatTwoRulesHideStaysHiddenUntilBothAreGone() {
        record(draft("1", "Project Manager", "Acme"));
        var one = block(Blocks.Kind.EMPLOYER, "Acme");
        var other = block(Blocks.Kind.TITLE, "project manager");
        walk.run();
        blocks.undo(one.id(), NOW);
        walk.run();
        assertThat(posting("Project Manager").blockedBy()).isEqualTo(other.id());
        blocks.undo(other.id(), NOW);
        walk.run();
        assertThat(posting("Project Manager").open()).isTrue();
    }

    @Test
    void theHouseHearsOfWhatChangedAndOfNothingElse() {
        record(draft("1", "Project Manager", "Acme"), draft("2", "Delivery Lead", "Other"));
        var before = events.stream(PostingEvent.class).count();
        block(Blocks.Kind.EMPLOYER, "Acme");
        walk.run();
        assertThat(events.stream(PostingEvent.class).skip(before))
                .containsExactly(new PostingEvent.PostingChanged(
                        posting("Project Manager").id()));
        walk.run();
        assertThat(events.stream(PostingEvent.class).count()).isEqualTo(before + 1);
    }

    @Test
    void aWalkOverManyIsDoneInSteps() {
        var many = new ArrayList<Drafts>();
        for (int i = 0; i < 1_203; i++) many.add(draft("m" + i, "Project Manager " + i, "Employer " + i % 3));
        record(many.toArray(Drafts[]::new));
        block(Blocks.Kind.EMPLOYER, "Employer 1");
        walk.run();
        assertThat(walk.progress()).isEqualTo(new Blocks.Progress(1_203, 1_203, 401, false));
        assertThat(postings.countOpen()).isEqualTo(802);
    }

    @Test
    void whatIsNoRuleIsRefusedInWords() {
        assertThatThrownBy(() -> block(Blocks.Kind.TITLE, " -- ")).hasMessageContaining("words");
        assertThatThrownBy(() -> block(Blocks.Kind.TITLE, "x".repeat(301))).hasMessageContaining("300");
        assertThatThrownBy(() -> blocks.add(Blocks.Kind.TITLE, "x", " ", "owner", NOW))
                .hasMessageContaining("why");
        block(Blocks.Kind.EMPLOYER, "Acme");
        assertThatThrownBy(() -> block(Blocks.Kind.EMPLOYER, "acme Inc.")).hasMessageContaining("already");
        assertThatThrownBy(() -> blocks.undo(-1, NOW)).hasMessageContaining("no rule");
    }
}
