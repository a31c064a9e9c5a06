import type { ReactNode } from 'react';
import type { NationOverlaysQuery, ComparedFiguresFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { Table } from '../table/table';
import { type Column, type FigureColumn, figureColumns } from '../table/column';
import { Lead, type Where, withEvidence } from './lead';

/** Field of the answer, and the category as filters name it. */
const OVERLAYS = {
  credit: 'CREDIT_INSTITUTION',
  corruption: 'CORRUPTION_ECONOMIC',
  budget: 'STATE_BUDGET',
  convicts: 'CONVICTS',
} as const;

type OverlayName = keyof typeof OVERLAYS;

interface OverlaysProps {
  readonly figures: Pick<NationOverlaysQuery['scope'], OverlayName>;
  readonly where: Where;
}

interface OverlayRow {
  readonly name: OverlayName;
  readonly figures: ComparedFiguresFragment;
}

export function Overlays({ figures, where }: OverlaysProps): ReactNode {
  const { words, numbers } = useLanguage();
  const { ranking } = words;
  const rows = (Object.keys(OVERLAYS) as OverlayName[]).flatMap((name): OverlayRow[] => {
    const ofOverlay = figures[name];
    return ofOverlay ? [{ name, figures: ofOverlay }] : [];
  });
  const figure = figureColumns(words.none, 'CaseStatistics', ({ figures: ofOverlay }: OverlayRow) => ofOverlay);
  const before = figureColumns(
    words.none,
    'CaseStatistics',
    ({ figures: { samePeriodLastYear } }: OverlayRow) => samePeriodLastYear,
  );
  const completed = figure('completed', ranking.cases, 'completed', 'cases', numbers.count);
  const led = (column: FigureColumn<OverlayRow>, isRate = false): Column<OverlayRow> =>
    withEvidence(column, () => where.scope, { isRate, narrowedOf: ({ name }) => ({ overlay: OVERLAYS[name] }) });
  return (
    <Table
      name={words.panels.overlays}
      keyOf={({ name }) => name}
      rows={rows}
      columns={[
        { key: 'overlay', heading: words.panels.overlays, value: ({ name }) => words.overlays[name] },
        {
          ...completed,
          show: (row) => (
            <Lead
              where={where}
              to="completed"
              value={row.figures.completed.cases}
              more={{ overlay: OVERLAYS[row.name] }}
            >
              {completed.show(row)}
            </Lead>
          ),
        },
        led(figure('withConditions', ranking.of, 'withConditions', 'cases', numbers.count)),
        led(figure('rate', ranking.rateCases, 'completionRate', 'cases', numbers.rate), true),
        led(before('lastYear', ranking.lastYear, 'completionRate', 'cases', numbers.rate), true),
        led(figure('money', ranking.money, 'completed', 'money', numbers.billions)),
        led(figure('rateMoney', ranking.rateMoney, 'completionRate', 'money', numbers.rate), true),
      ]}
    />
  );
}
