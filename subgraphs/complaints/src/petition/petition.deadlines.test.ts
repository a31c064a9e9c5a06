import { lastDayToResolve, deadlineRules } from './petition.deadlines';
import { MeasureStage, PetitionKind } from './petition.enums';

const FRIDAY = '2025-01-03';

/** One row per question that can be asked: what is printed here can be checked against the articles by hand. */
function printed(): string[] {
  const rows: string[] = [];
  for (const kind of Object.values(PetitionKind)) {
    for (const measureStage of Object.values(MeasureStage)) {
      for (const round of [1, 2]) {
        const due = [false, true].map(
          (complex) => lastDayToResolve({ kind, round, measureStage, complex }, FRIDAY) ?? 'never accepted',
        );
        rows.push([kind.padEnd(14), measureStage.padEnd(15), round, ...due].join(' | '));
      }
    }
  }
  return rows;
}

test('accepted on Friday 3 January 2025, a petition is due (simple | complex) on these days', () => {
  expect(printed()).toEqual([
    'COMPLAINT      | BEFORE_COERCION | 1 | 2025-01-18 | 2025-01-18',
    'COMPLAINT      | BEFORE_COERCION | 2 | 2025-02-02 | 2025-02-02',
    'COMPLAINT      | SECURITY        | 1 | 2025-01-10 | 2025-01-10',
    'COMPLAINT      | SECURITY        | 2 | never accepted | never accepted',
    'COMPLAINT      | COERCION        | 1 | 2025-02-02 | 2025-03-04',
    'COMPLAINT      | COERCION        | 2 | 2025-02-17 | 2025-03-19',
    ...everywhere('DENUNCIATION  ', '2025-03-04 | 2025-04-03'),
    ...everywhere('REQUEST       ', '2025-01-10 | 2025-01-10'),
    ...everywhere('RECOMMENDATION', '2025-01-10 | 2025-01-10'),
    ...everywhere('REFLECTION    ', '2025-01-10 | 2025-01-10'),
  ]);
});

function everywhere(kind: string, due: string): string[] {
  return Object.values(MeasureStage).flatMap((stage) =>
    [1, 2].map((round) => `${kind} | ${stage.padEnd(15)} | ${round} | ${due}`),
  );
}

test('the table of deadlines cannot be changed while the program runs', () => {
  expect(Object.isFrozen(deadlineRules)).toBe(true);
});
