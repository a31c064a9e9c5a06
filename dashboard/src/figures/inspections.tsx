import type { ReactNode } from 'react';
import type { InspectionFiguresFragment, NationInspectionsQuery } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import type { LeadName } from '../lists/list-request';
import { FigureTable } from './figure-table';
import type { Where } from './lead';

type Inspection = NonNullable<NationInspectionsQuery['scope']['inspectionStatistics']>;

const LED = ['conducted', 'selfInspections', 'shortcomings', 'violations'] as const satisfies readonly LeadName[];

export function Inspections({ figures, where }: { readonly figures: Inspection; readonly where: Where }): ReactNode {
  const { words, numbers } = useLanguage();
  const names = [
    'planned',
    'conducted',
    'selfInspections',
    'shortcomings',
    'violations',
    'recommendations',
    'followedUp',
  ] as const;
  const row = (name: keyof InspectionFiguresFragment, label: string) => ({
    name,
    label,
    figures,
    indicator: `InspectionStatistics.${name}` as const,
    show: numbers.count,
    lead: LED.find((one) => one === name),
  });
  return (
    <FigureTable
      where={where}
      rows={[
        ...names.map((name) => row(name, words.figures[name])),
        row('overdue', words.figures.recommendationsOverdue),
      ]}
    />
  );
}
