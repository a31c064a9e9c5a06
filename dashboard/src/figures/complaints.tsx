import type { ReactNode } from 'react';
import type { NationComplaintsQuery, PetitionFiguresFragment, ReceptionFiguresFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { FigureTable } from './figure-table';
import type { Where } from './lead';

interface ComplaintsProps {
  readonly figures: Pick<NationComplaintsQuery['scope'], 'petitionStatistics' | 'receptionStatistics'>;
  readonly where: Where;
}

export function Complaints({
  figures: { petitionStatistics, receptionStatistics },
  where,
}: ComplaintsProps): ReactNode {
  const { words, numbers } = useLanguage();
  const { figures } = words;
  const petitions = (field: keyof PetitionFiguresFragment) => ({
    figures: petitionStatistics,
    indicator: `PetitionStatistics.${field}` as const,
    show: numbers.count,
  });
  const receptions = (field: keyof ReceptionFiguresFragment) => ({
    figures: receptionStatistics,
    indicator: `ReceptionStatistics.${field}` as const,
    show: numbers.count,
  });
  return (
    <FigureTable
      where={where}
      rows={[
        { ...petitions('received'), name: 'received', label: figures.received, lead: 'received' },
        { ...petitions('toBeResolved'), name: 'toBeResolved', label: figures.toBeResolved },
        { ...petitions('resolved'), name: 'resolved', label: figures.resolved, lead: 'resolved' },
        {
          ...petitions('resolutionRate'),
          name: 'resolutionRate',
          label: figures.resolutionRate,
          show: numbers.percent,
          isRate: true,
        },
        { ...petitions('overdue'), name: 'petitionsOverdue', label: figures.petitionsOverdue },
        { ...receptions('visits'), name: 'visits', label: figures.visits, lead: 'visits' },
        { ...receptions('citizens'), name: 'citizens', label: figures.citizens },
        { ...receptions('massGroups'), name: 'massGroups', label: figures.massGroups },
      ]}
    />
  );
}
