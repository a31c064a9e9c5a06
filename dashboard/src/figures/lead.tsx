import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { useGraph } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { LEADS, type LeadName, type Scope, addressOf } from '../lists/list-request';

/** Where figures are of, in place and time. */
export interface Where {
  readonly scope: Scope;
  readonly days: Days;
}

interface LeadProps {
  readonly where: Where;
  readonly to: LeadName;
  /** The figure that the list must come to. */
  readonly value: number;
  /** Beside the filter of the figure. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}

/** A number that leads to the rows that it counts. Lists need a token: without one it is only a number. */
export function Lead({ where, to, value, more, children }: LeadProps): ReactNode {
  const { to: addressTo } = useAddress();
  const { isSignedIn } = useGraph();
  const { words } = useLanguage();
  if (!isSignedIn || value === 0) return children;
  const request = LEADS[to](where.scope, where.days);
  const figure = words.figures[to];
  return (
    <a
      className="lead"
      data-lead={to}
      href={addressTo(addressOf({ ...request, filter: { ...request.filter, ...more } }, figure, value))}
      title={words.openList(figure)}
    >
      {children}
    </a>
  );
}
