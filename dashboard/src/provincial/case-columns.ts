import type { ComparedFiguresFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { type Column, type FigureColumn, figureColumns } from '../table/column';

/** The figures of parts of a place, beside last year's; `led` makes the number of a column lead somewhere. */
export function useCaseColumns<Row>(
  figuresOf: (row: Row) => ComparedFiguresFragment | null | undefined,
  led: (column: FigureColumn<Row>, options?: { readonly isRate: boolean }) => Column<Row>,
): readonly Column<Row>[] {
  const { words, numbers } = useLanguage();
  const { ranking } = words;
  const figure = figureColumns(words.none, 'CaseStatistics', figuresOf);
  const before = figureColumns(words.none, 'CaseStatistics', (row: Row) => figuresOf(row)?.samePeriodLastYear);
  const rate = { isRate: true };
  return [
    led(figure('toBeEnforced', words.figures.toBeEnforced, 'toBeEnforced', 'cases', numbers.count)),
    led(figure('withConditions', ranking.of, 'withConditions', 'cases', numbers.count)),
    led(figure('completed', ranking.cases, 'completed', 'cases', numbers.count)),
    led(figure('rate', ranking.rateCases, 'completionRate', 'cases', numbers.rate), rate),
    led(before('lastYear', ranking.lastYear, 'completionRate', 'cases', numbers.rate), rate),
    led(figure('money', ranking.money, 'completed', 'money', numbers.billions)),
    led(figure('rateMoney', ranking.rateMoney, 'completionRate', 'money', numbers.rate), rate),
  ];
}
