import type { Scope } from '../lists/list-request';
import type { Operation } from './operation';
import type { PeriodInput } from './operations';
import { type Asked, useAnswer } from './use-graph';

interface OfPeriod {
  readonly period: PeriodInput;
}

interface OfPlace extends OfPeriod {
  readonly id: string;
}

/** The same question to the nation, a province or an office. */
export interface Scoped<N, P, O> {
  readonly nation: Operation<N, OfPeriod>;
  readonly province: Operation<P, OfPlace>;
  readonly office: Operation<O, OfPlace>;
}

export function useScoped<N, P, O>(
  questions: Scoped<N, P, O>,
  { kind, id }: Scope,
  period: PeriodInput,
): Asked<N | P | O> {
  const question = questions[kind] as Operation<N | P | O, OfPeriod | OfPlace>;
  return useAnswer(question, kind === 'nation' ? { period } : { id: id!, period });
}
