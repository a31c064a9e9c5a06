import type { ReactNode } from 'react';
import type { NationOverlaysQuery, OverlayFiguresFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { Table } from '../table/table';
import { figureColumns } from '../table/column';
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
  readonly figures: OverlayFiguresFragment;
}

export function Overlays({ figures, where }: OverlaysProps): ReactNode {
  const { words, numbers } = useLanguage();
  const rows = (Object.keys(OVERLAYS) as OverlayName[]).flatMap((name): OverlayRow[] => {
    const ofOverlay = figures[name];
    return ofOverlay ? [{ name, figures: ofOverlay }] : [];
  });
  const figure = figureColumns(words.none, 'CaseStatistics', ({ figures: ofOverlay }: OverlayRow) => ofOverlay);
  const completed = figure('completed', words.ranking.cases, 'completed', (one) => one.completed.cases, numbers.count);
  const whereOf = (): Where => where;
  const overlayOf = ({ name }: OverlayRow): string => OVERLAYS[name];
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
        withEvidence(
          figure(
            'withConditions',
            words.ranking.of,
            'withConditions',
            (one) => one.withConditions.cases,
            numbers.count,
          ),
          whereOf,
          { overlayOf },
        ),
        figure('rate', words.ranking.rateCases, 'completionRate', (one) => one.completionRate.cases, numbers.rate),
        figure(
          'lastYear',
          words.ranking.lastYear,
          'completionRate',
          (one) => one.samePeriodLastYear.completionRate.cases,
          numbers.rate,
        ),
        withEvidence(
          figure('money', words.ranking.money, 'completed', (one) => one.completed.money, numbers.billions),
          whereOf,
          { measure: 'money', overlayOf },
        ),
        figure('rateMoney', words.ranking.rateMoney, 'completionRate', (one) => one.completionRate.money, numbers.rate),
      ]}
    />
  );
}
