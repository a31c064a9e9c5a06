import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language';

interface ChangeProps {
  readonly now: number | null;
  readonly before: number | null;
  /** Rates differ by points, everything else by percent. */
  readonly isRate?: boolean;
  readonly show: (value: number) => string;
}

/** The figure of the same period last year, and how far this year's is from it. */
export function Change({ now, before, isRate = false, show }: ChangeProps): ReactNode {
  const { words, numbers } = useLanguage();
  if (before === null || now === null || before === 0) return null;
  const difference = isRate ? `${numbers.points(now - before)} ${words.points}` : numbers.change(now, before);
  const direction = now > before ? 'up' : now < before ? 'down' : 'same';
  return (
    <span className={`change change-${direction}`}>
      <span aria-hidden="true">{direction === 'up' ? '▲' : direction === 'down' ? '▼' : '='}</span> {difference}{' '}
      <span className="change-before">
        ({words.samePeriod} {show(before)})
      </span>
    </span>
  );
}
