import type { ReactNode } from 'react';
import type { NationOverlaysQuery, OverlayFiguresFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { Table } from '../table/table';
import type { Column } from '../table/column';
import { Lead, type Where } from './lead';

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
  const number = (
    key: string,
    heading: string,
    value: (figures: OverlayFiguresFragment) => number | null,
    show: (value: number) => string,
  ): Column<OverlayRow> => ({
    key,
    heading,
    value: (row) => value(row.figures),
    show(row) {
      const known = value(row.figures);
      return known === null ? words.none : show(known);
    },
    isNumber: true,
  });
  const completed = number('completed', words.ranking.cases, (one) => one.completed.cases, numbers.count);
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
              {completed.show!(row)}
            </Lead>
          ),
        },
        number('withConditions', words.ranking.of, (one) => one.withConditions.cases, numbers.count),
        number('rate', words.ranking.rateCases, (one) => one.completionRate.cases, numbers.rate),
        number('lastYear', words.ranking.lastYear, (one) => one.samePeriodLastYear.completionRate.cases, numbers.rate),
        number('money', words.ranking.money, (one) => one.completed.money, numbers.billions),
        number('rateMoney', words.ranking.rateMoney, (one) => one.completionRate.money, numbers.rate),
      ]}
    />
  );
}
