import { type DetailRow, type WordTable, numberWord } from '@thads/shared';
import type { CaseEntity } from './case.entity';
import type { CaseEvent } from './case.event';

/** The numbers that a case is found by: its id, those of the judgment and of the enforcement decision. */
export const caseNumbers: WordTable = { table: 'cases.case_number', id: 'case_id' };

const NONE: readonly DetailRow[] = [];

export function numberRows(
  { type, kind, judgmentNumber, decisionNumber }: CaseEvent,
  { territory, office, id }: CaseEntity,
): readonly DetailRow[] {
  // Only what opens a case says of what kind it is.
  const opens = Boolean(kind);
  if (!opens && type !== 'DECISION_ISSUED') return NONE;
  const numbers = [
    ['id', opens ? id : null],
    ['judgment', judgmentNumber],
    ['decision', decisionNumber],
  ] as const;
  return numbers.flatMap(([of, number]): DetailRow[] =>
    number
      ? [{ table: 'case_number', row: { territory, id: `${id}.${of}`, office, word: numberWord(number), case_id: id } }]
      : [],
  );
}
