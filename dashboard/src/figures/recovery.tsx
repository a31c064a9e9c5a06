import type { ReactNode } from 'react';
import type { NationRecoveryQuery, RecoveryFiguresFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import type { Words } from '../language/vi';
import { FigureTable } from './figure-table';
import type { Where } from './lead';

type Recovered = NonNullable<NationRecoveryQuery['scope']['recoveryStatistics']>;

export function Recovery({ figures, where }: { readonly figures: Recovered; readonly where: Where }): ReactNode {
  const { words, numbers } = useLanguage();
  const count = (name: keyof RecoveryFiguresFragment & keyof Words['figures']) => ({
    name,
    label: words.figures[name],
    figures,
    indicator: `RecoveryStatistics.${name}` as const,
    show: numbers.count,
  });
  const money = (name: Parameters<typeof count>[0]) => ({
    ...count(name),
    show: numbers.money,
    measure: 'money' as const,
  });
  return (
    <FigureTable
      where={where}
      rows={[
        money('due'),
        { ...money('collected'), lead: 'collected' },
        { ...money('collectionRate'), show: numbers.percent, isRate: true },
        money('remittedToBudget'),
        money('paidToCreditors'),
        { ...count('newlyRecorded'), lead: 'newlyRecorded' },
        { ...count('assetsSeized'), lead: 'assetsSeized' },
        count('auctionsHeld'),
        count('auctionsSold'),
      ]}
    />
  );
}
