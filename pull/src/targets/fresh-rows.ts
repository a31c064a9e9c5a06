import type { Spool } from '../changes/spool';
import type { Dataset } from '../graph/contract';
import { jsonLines, name as quoted } from './duck';

/**
 * Makes two tables of this connection alone: `touched`, the subjects of the changes, and `fresh`, the rows that each of
 * them has now, as its last change carries them, with `_province`, which they are of.
 */
export function freshRows({ fields }: Dataset, { subjects, rows }: Spool): string {
  const ofFeed = [
    { name: '_n', type: 'INT' },
    { name: '_subject', type: 'ID' },
    { name: '_province', type: 'ID' },
  ] as const;
  return `
    create or replace temp table touched as
      select _subject as subject, any_value(_province) as province, max(_n) as n from ${jsonLines([subjects], ofFeed)} group by _subject;
    create or replace temp table fresh as
      select r._province, ${fields.map((field) => `r.${quoted(field.name)}`).join(', ')} from ${jsonLines([rows], [...ofFeed, ...fields])} r
      join touched t on t.subject = r._subject and t.n = r._n;`;
}

/** Counts the rows of a source that go: their subject was touched, and what it has now is without them. */
export function countOfGone({ key, subject }: Dataset, rows: string): string {
  const isSame = key.map((field) => `f.${quoted(field)} = t.${quoted(field)}`).join(' and ');
  return `select count(*) as number from ${rows} t
    where t.${quoted(subject!)} in (select subject from touched) and not exists (select 1 from fresh f where ${isSame})`;
}
