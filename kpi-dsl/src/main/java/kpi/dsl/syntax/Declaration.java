package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** What stands at the outermost level of a KPI file. */
public sealed interface Declaration extends Node {
    <R> R accept(Visitor<R> visitor);

    /** One method per case: a new case does not compile until every visitor knows it. */
    interface Visitor<R> {
        R visitLanguageLevel(LanguageLevel level);

        R visitCalendar(Calendar calendar);

        R visitUnit(UnitDeclaration unit);

        R visitDefine(DefineDeclaration define);

        R visitLookUp(LookUpDeclaration table);

        R visitScorecard(ScorecardDeclaration scorecard);

        R visitKpi(KpiDeclaration kpi);

        R visitDataset(DatasetDeclaration dataset);

        R visitDimension(DimensionDeclaration dimension);

        R visitRatings(RatingsDeclaration ratings);

        R visitBroken(BrokenDeclaration broken);
    }

    /** The language level the file was written for: {@code language 1}. */
    record LanguageLevel(Span span, int level) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLanguageLevel(this);
        }
    }

    /** The calendar of the years in this file: {@code calendar roc}, {@code 曆制 民國}. */
    record Calendar(Span span, CalendarWord word) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCalendar(this);
        }
    }

    /** A unit of the author's own: {@code unit 打 = 12 個}; without a figure a label of its own. */
    record UnitDeclaration(Span span, Id name, Optional<Figure> equals) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnit(this);
        }
    }

    /**
     * A definition with parameters: {@code define 指數(x, low, high) = …}; without any it is a constant.
     *
     * @param validity from when it holds, in the place of an earlier definition of the name if there is one
     */
    record DefineDeclaration(
            Span span, Id name, List<Parameter> parameters, Optional<Validity> validity, Expression value)
            implements Declaration {
        public DefineDeclaration {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDefine(this);
        }
    }

    /**
     * A table to look values up in: {@code table 步長(pollutant: text → step: number) { … }}.
     *
     * @param bands whether rows hold ranges that must meet
     * @param crossed whether the last key stands across the first row
     * @param file the data file that holds the rows
     */
    record LookUpDeclaration(
            Span span,
            Id name,
            boolean bands,
            List<LookUpColumn> keys,
            boolean crossed,
            LookUpColumn value,
            boolean firstMatch,
            Optional<Label> file,
            List<DataRow> rows)
            implements Declaration {
        public LookUpDeclaration {
            keys = List.copyOf(keys);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLookUp(this);
        }
    }

    /** A scorecard with its perspectives, objectives and rules. */
    record ScorecardDeclaration(Span span, Id id, Optional<Label> title, Optional<Per> per, List<ScorecardItem> items)
            implements Declaration {
        public ScorecardDeclaration {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitScorecard(this);
        }
    }

    /** A KPI; it is called by its id, its title is a label. */
    record KpiDeclaration(
            Span span, Id id, Optional<Label> title, List<Label> aliases, Optional<Per> per, List<KpiClause> clauses)
            implements Declaration {
        public KpiDeclaration {
            aliases = List.copyOf(aliases);
            clauses = List.copyOf(clauses);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitKpi(this);
        }
    }

    /** A typed table; its rows stand in the file, come from named files, or are bound by the host. */
    record DatasetDeclaration(
            Span span,
            Id name,
            List<ColumnDeclaration> columns,
            Optional<PeriodWord> period,
            List<Label> files,
            List<DataRow> rows)
            implements Declaration {
        public DatasetDeclaration {
            columns = List.copyOf(columns);
            files = List.copyOf(files);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDataset(this);
        }
    }

    /**
     * How a dimension gets its scores: {@code dimension innovation "創新度" { … }}.
     *
     * @param from since when, where it was not always so
     */
    record DimensionDeclaration(
            Span span, Id id, Optional<Label> title, Optional<PeriodWord> from, List<DimensionClause> clauses)
            implements Declaration {
        public DimensionDeclaration {
            clauses = List.copyOf(clauses);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDimension(this);
        }
    }

    /**
     * Judged scores of a period: a header row, then one row per KPI; or, of one KPI in one dimension, a row per scorer.
     *
     * @param subject the KPI and the dimension; empty where rows are of KPIs
     */
    record RatingsDeclaration(
            Span span,
            PeriodWord period,
            List<Id> subject,
            Optional<Label> source,
            List<Cell> headers,
            List<DataRow> rows)
            implements Declaration {
        public RatingsDeclaration {
            subject = List.copyOf(subject);
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRatings(this);
        }
    }

    /** Could not be read; its problem is reported, the rest of the file goes on. */
    record BrokenDeclaration(Span span) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBroken(this);
        }
    }
}
