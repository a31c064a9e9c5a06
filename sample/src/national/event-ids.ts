import { createHash } from 'node:crypto';

/** What makes one national sample differ from another. */
export interface NationalSettings {
  readonly seed: number;
  /** 1 is the size of the country. */
  readonly scale: number;
}

export type RegisterName = 'cases' | 'complaints' | 'inspections' | 'recovery';

const CODES: Readonly<Record<RegisterName, number>> = { cases: 1, recovery: 2, complaints: 3, inspections: 4 };
const LATEST_YEAR = 2100;

/**
 * Ids of the events of one part of the sample: the same in every run, and ascending in the order of loading (later years
 * first), so that the indexes grow at their end. UUIDs of version 8.
 */
export function eventIds(
  register: RegisterName,
  year: number,
  territory: number,
  { seed, scale }: NationalSettings,
): () => string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  const tag = createHash('sha256').update(`${seed} ${scale}`).digest('hex');
  const part = `${CODES[register]}${hex(LATEST_YEAR - year, 3)}${hex(territory, 4)}`;
  const prefix = `${part}-${tag.slice(0, 4)}-8${tag.slice(4, 7)}-8${tag.slice(7, 10)}-`;
  let next = 0;
  return () => prefix + hex(next++, 12);
}
