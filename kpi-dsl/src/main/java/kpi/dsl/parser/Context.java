package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a block may hold: which words begin a clause there. */
enum Context {
    FILE(keywordsOf(Slot.FILE)),
    SCORECARD(scorecard()),
    KPI(kpi()),
    POINTS(points()),
    EXAMPLE(keywordsOf(Slot.EXAMPLE)),
    DIMENSION(keywordsOf(Slot.DIMENSION)),
    STAGE(stage()),
    /** Bands of a grade, milestones: no word begins a clause there. */
    BANDS(EnumSet.noneOf(Keyword.class)),
    /** The block of a word nobody knows: its lines are cut, and left at that. */
    UNKNOWN(EnumSet.noneOf(Keyword.class));

    private static final Slot[] HEADS = {
        Slot.KPI, Slot.FILE, Slot.SCORECARD, Slot.POINTS, Slot.EXAMPLE, Slot.DIMENSION, Slot.STAGE
    };

    private final Set<Keyword> keywords;

    Context(Set<Keyword> keywords) {
        this.keywords = keywords;
    }

    /** The clause keyword that begins at a token. */
    Optional<Phrases.Match> keyword(Phrases phrases, int at) {
        Optional<Phrases.Match> longest = Optional.empty();
        for (Slot slot : HEADS) {
            for (Phrases.Match match : phrases.allAt(at, slot)) {
                boolean longer = longest.map(Phrases.Match::words).orElse(0) < match.words();
                if (keywords.contains(match.keyword()) && longer) {
                    longest = Optional.of(match);
                }
            }
        }
        return longest;
    }

    /** All words that begin a clause here, Chinese ones first. */
    List<String> spellings() {
        List<String> spellings = new ArrayList<>();
        keywords.forEach(keyword -> spellings.addAll(keyword.chinese()));
        keywords.forEach(keyword -> spellings.addAll(keyword.english()));
        return spellings;
    }

    Set<Keyword> keywords() {
        return keywords;
    }

    /** What the block behind a keyword holds. */
    static Context inside(Keyword keyword) {
        return switch (keyword) {
            case SCORECARD, PERSPECTIVE, OBJECTIVE -> SCORECARD;
            case KPI, VERSION -> KPI;
            case POINTS, POINT_GROUP -> POINTS;
            case EXAMPLE -> EXAMPLE;
            case DIMENSION -> DIMENSION;
            case STAGE -> STAGE;
            case GRADE, LIGHT, RUBRIC, SCORE_BANDS, MILESTONES -> BANDS;
            default -> UNKNOWN;
        };
    }

    private static EnumSet<Keyword> keywordsOf(Slot slot) {
        EnumSet<Keyword> keywords = EnumSet.noneOf(Keyword.class);
        for (Keyword keyword : Keyword.values()) {
            if (keyword.slot() == slot) {
                keywords.add(keyword);
            }
        }
        return keywords;
    }

    private static EnumSet<Keyword> stage() {
        EnumSet<Keyword> keywords = keywordsOf(Slot.STAGE);
        keywords.add(Keyword.SCORE_BANDS);
        return keywords;
    }

    private static EnumSet<Keyword> points() {
        EnumSet<Keyword> keywords = keywordsOf(Slot.POINTS);
        keywords.add(Keyword.GATE);
        return keywords;
    }

    private static EnumSet<Keyword> kpi() {
        EnumSet<Keyword> keywords = keywordsOf(Slot.KPI);
        keywords.add(Keyword.DATA);
        keywords.add(Keyword.DEFINE);
        return keywords;
    }

    /** Besides its own words a scorecard states rules for the KPIs below, and what was published of it. */
    private static EnumSet<Keyword> scorecard() {
        EnumSet<Keyword> keywords = keywordsOf(Slot.SCORECARD);
        keywords.addAll(EnumSet.of(
                Keyword.DIRECTION,
                Keyword.ACTUAL_CLAUSE,
                Keyword.ATTAINMENT_CLAUSE,
                Keyword.ATTAINED,
                Keyword.ATTAINED_WHEN,
                Keyword.PUBLISHED,
                Keyword.UNIT_CLAUSE,
                Keyword.GRADE,
                Keyword.LIGHT,
                Keyword.RANK,
                Keyword.EXAMPLE,
                Keyword.LAW));
        return keywords;
    }
}
