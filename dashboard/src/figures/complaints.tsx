import type { ReactNode } from 'react';
import type { NationComplaintsQuery } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { FigureTable } from './figure-table';
import { Lead, type Where } from './lead';

interface ComplaintsProps {
  readonly figures: Pick<NationComplaintsQuery['scope'], 'petitionStatistics' | 'receptionStatistics'>;
  readonly where: Where;
}

export function Complaints({
  figures: { petitionStatistics: petitions, receptionStatistics: receptions },
  where,
}: ComplaintsProps): ReactNode {
  const { words, numbers } = useLanguage();
  const { figures } = words;
  const before = petitions?.samePeriodLastYear;
  const receptionsBefore = receptions?.samePeriodLastYear;
  const count = { show: numbers.count };
  return (
    <FigureTable
      of="PetitionStatistics"
      where={where}
      rows={[
        {
          ...count,
          name: 'received',
          label: figures.received,
          now: petitions?.received ?? null,
          before: before?.received ?? null,
          lead: (number) => (
            <Lead where={where} to="received" value={petitions?.received ?? 0}>
              {number}
            </Lead>
          ),
        },
        {
          ...count,
          name: 'toBeResolved',
          label: figures.toBeResolved,
          now: petitions?.toBeResolved ?? null,
          before: before?.toBeResolved ?? null,
        },
        {
          ...count,
          name: 'resolved',
          label: figures.resolved,
          now: petitions?.resolved ?? null,
          before: before?.resolved ?? null,
          lead: (number) => (
            <Lead where={where} to="resolved" value={petitions?.resolved ?? 0}>
              {number}
            </Lead>
          ),
        },
        {
          name: 'resolutionRate',
          label: figures.resolutionRate,
          now: petitions?.resolutionRate ?? null,
          before: before?.resolutionRate ?? null,
          show: numbers.percent,
          isRate: true,
        },
        {
          ...count,
          name: 'petitionsOverdue',
          indicator: 'PetitionStatistics.overdue',
          label: figures.petitionsOverdue,
          now: petitions?.overdue ?? null,
          before: before?.overdue ?? null,
        },
        {
          ...count,
          name: 'visits',
          indicator: 'ReceptionStatistics.visits',
          label: figures.visits,
          now: receptions?.visits ?? null,
          before: receptionsBefore?.visits ?? null,
          lead: (number) => (
            <Lead where={where} to="visits" value={receptions?.visits ?? 0}>
              {number}
            </Lead>
          ),
        },
        {
          ...count,
          name: 'citizens',
          indicator: 'ReceptionStatistics.citizens',
          label: figures.citizens,
          now: receptions?.citizens ?? null,
          before: receptionsBefore?.citizens ?? null,
        },
        {
          ...count,
          name: 'massGroups',
          indicator: 'ReceptionStatistics.massGroups',
          label: figures.massGroups,
          now: receptions?.massGroups ?? null,
          before: receptionsBefore?.massGroups ?? null,
        },
      ]}
    />
  );
}
