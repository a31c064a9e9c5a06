import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import { useDefinition } from '../figures/use-definition';
import { useLanguage } from '../language/use-language';
import { type ListRequest, addressOf } from './list-request';

interface RateOfProps {
  /** The rows of the numerator. */
  readonly request: ListRequest;
  readonly show: (value: number) => string;
}

/** The rate that led to the rows of its numerator, as the quotient that it is. Its denominator leads on to its own. */
export function RateOf({ request: { list, filter }, show }: RateOfProps): ReactNode {
  const { address, to } = useAddress();
  const { words, numbers, nameOf } = useLanguage();
  const { expected, rate, percent, of } = address;
  const definition = useDefinition(rate ?? '');
  const indicator = `${rate?.split('.')[0]}.${definition?.denominator}`;
  const denominator = useDefinition(indicator);
  if (!definition || !denominator || expected === null || percent === null || of === null) return null;
  const rows = addressOf({ list, filter: { ...filter, figure: indicator } }, nameOf(denominator), of);
  return (
    <div data-rate={rate}>
      <dt>{nameOf(definition)}</dt>
      <dd>
        {show(expected)} {words.lists.of}{' '}
        <a className="lead" href={to(rows)} title={words.openList(nameOf(denominator))}>
          {show(of)}
        </a>{' '}
        = {numbers.percent(percent)}
      </dd>
    </div>
  );
}
