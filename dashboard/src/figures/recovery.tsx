import type { ReactNode } from 'react';
import type { NationRecoveryQuery } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { FigureTable } from './figure-table';
import { Lead, type Where } from './lead';

type Recovered = NonNullable<NationRecoveryQuery['scope']['recoveryStatistics']>;

export function Recovery({ figures, where }: { readonly figures: Recovered; readonly where: Where }): ReactNode {
  const { words, numbers } = useLanguage();
  const before = figures.samePeriodLastYear;
  const money = (name: 'due' | 'collected' | 'remittedToBudget' | 'paidToCreditors') => ({
    name,
    label: words.figures[name],
    now: figures[name].money,
    before: before[name].money,
    show: numbers.money,
    measure: 'money' as const,
  });
  const count = (name: 'assetsSeized' | 'auctionsHeld' | 'auctionsSold') => ({
    name,
    label: words.figures[name],
    now: figures[name],
    before: before[name],
    show: numbers.count,
  });
  return (
    <FigureTable
      of="RecoveryStatistics"
      where={where}
      rows={[
        money('due'),
        {
          ...money('collected'),
          lead: (number) => (
            <Lead where={where} to="collected" value={figures.collected.money}>
              {number}
            </Lead>
          ),
        },
        {
          name: 'collectionRate',
          label: words.figures.collectionRate,
          now: figures.collectionRate.money,
          before: before.collectionRate.money,
          show: numbers.percent,
          isRate: true,
        },
        money('remittedToBudget'),
        money('paidToCreditors'),
        {
          name: 'newlyRecorded',
          label: words.figures.newlyRecorded,
          now: figures.newlyRecorded.cases,
          before: before.newlyRecorded.cases,
          show: numbers.count,
          lead: (number) => (
            <Lead where={where} to="newlyRecorded" value={figures.newlyRecorded.cases}>
              {number}
            </Lead>
          ),
        },
        {
          ...count('assetsSeized'),
          lead: (number) => (
            <Lead where={where} to="assetsSeized" value={figures.assetsSeized}>
              {number}
            </Lead>
          ),
        },
        count('auctionsHeld'),
        count('auctionsSold'),
      ]}
    />
  );
}
