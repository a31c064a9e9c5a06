import type { ReactNode } from 'react';
import type { NationInspectionsQuery } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import type { LeadName } from '../lists/list-request';
import { FigureTable } from './figure-table';
import { Lead, type Where } from './lead';

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
  const row = (name: keyof Omit<Inspection, 'samePeriodLastYear'>, label: string) => {
    const led = LED.find((one) => one === name);
    return {
      name,
      label,
      now: figures[name],
      before: figures.samePeriodLastYear[name],
      show: numbers.count,
      ...(led && {
        lead: (number: string) => (
          <Lead where={where} to={led} value={figures[name]}>
            {number}
          </Lead>
        ),
      }),
    };
  };
  return (
    <FigureTable
      of="InspectionStatistics"
      where={where}
      rows={[
        ...names.map((name) => row(name, words.figures[name])),
        row('overdue', words.figures.recommendationsOverdue),
      ]}
    />
  );
}
