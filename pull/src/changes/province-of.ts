import type { Province } from '../graph/contract';

/** Which of the 34 provinces a subject is of; null: of none. */
export type ProvinceOf = (subject: string) => string | null;

/** By its id, which begins with its office's and so with the older province's: VN63-10-01.C-2024-00017. */
export function provincesOfSubjects(provinces: readonly Province[]): ProvinceOf {
  const byOlder = new Map(provinces.flatMap(({ id, predecessors }) => predecessors.map((older) => [older.id, id])));
  return (subject) => byOlder.get(/^[^-]+-[^-.]+/.exec(subject)?.[0] ?? '') ?? null;
}
