import fc from 'fast-check';
import { previewBatches } from './preview-batches';

const item = (row: number, subject: string, officer?: string) => ({
  row,
  event: { id: `${row}`, subject, type: 'X', occurredOn: '2024-01-01', officer },
});

it('every event is asked for once, with all that it builds on, in the order of the file', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(8), fc.option(fc.nat(8), { nil: undefined })), { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (pairs, size) => {
        const items = pairs.map(([subject, officer], row) =>
          item(row, `s${subject}`, officer === undefined ? undefined : `s${officer}`),
        );
        const { batches, tooMany } = previewBatches(items, size);
        const told = [...batches.flatMap((batch) => batch.filter(({ isContext }) => !isContext)), ...tooMany];
        expect(told.map(({ row }) => row).sort((a, b) => a - b)).toEqual(items.map(({ row }) => row));
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(size);
          const rows = batch.map(({ row }) => row);
          expect(rows).toEqual([...rows].sort((a, b) => a - b));
          const subjects = new Set(
            batch.flatMap(({ event: { subject, officer } }) => (officer ? [subject, officer] : [subject])),
          );
          const needed = items.filter(({ event }) => subjects.has(event.subject)).map(({ row }) => row);
          expect(needed.filter((row) => !rows.includes(row))).toEqual([]);
        }
      },
    ),
  );
});

it('a subject that needs more than a batch holds is told apart', () => {
  const items = Array.from({ length: 5 }, (_, row) => item(row, row < 4 ? 'a' : 'b'));
  const { batches, tooMany } = previewBatches(items, 3);
  expect(tooMany.map(({ row }) => row)).toEqual([0, 1, 2, 3]);
  expect(batches.map((batch) => batch.map(({ row }) => row))).toEqual([[4]]);
});
