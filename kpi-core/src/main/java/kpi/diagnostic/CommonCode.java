package kpi.diagnostic;

import java.util.Optional;
import kpi.source.Place;
import kpi.source.Source;

/** What can go wrong in any package. */
public enum CommonCode implements Code {
    /** More problems were found than are listed. */
    MORE_PROBLEMS(ProblemClass.LIMIT),
    /** A file could not be read. */
    UNREADABLE_SOURCE(ProblemClass.DATA_ERROR),
    /** A file holds bytes that are not of its declared charset. */
    UNDECODABLE_SOURCE(ProblemClass.DATA_ERROR);

    /** Also holds the labels that packages share and the words around a drawing. */
    static final Texts TEXTS = Texts.of("CommonCode", CommonCode.class::getResourceAsStream);

    private final ProblemClass problemClass;

    CommonCode(ProblemClass problemClass) {
        this.problemClass = problemClass;
    }

    /** The problem of a source that could not be read. */
    public static Optional<Problem> problemOf(Source source) {
        return source.fault().map(fault -> {
            CommonCode code = switch (fault.kind()) {
                case UNREADABLE -> UNREADABLE_SOURCE;
                case UNDECODABLE -> UNDECODABLE_SOURCE;
            };
            return Problem.of(code, Place.of(source.whole()))
                    .with("name", source.name())
                    .with("offset", fault.byteOffset())
                    .with("detail", detail(fault.detail()))
                    .build();
        });
    }

    /** The usual reasons are told in both languages, others as the system words them. */
    private static LocalText detail(String detail) {
        String key = "detail." + detail.replace(' ', '-');
        return new LocalText(
                TEXTS.find(key, Language.ZH_TW).orElse(detail),
                TEXTS.find(key, Language.EN).orElse(detail));
    }

    @Override
    public String id() {
        return Code.idOf(this);
    }

    @Override
    public ProblemClass problemClass() {
        return problemClass;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
