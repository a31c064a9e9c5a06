import { eventForm, readSchema } from './columns';
import { type Reading, readEvent } from './read-event';

const schema = readSchema();
const cases = eventForm(schema, 'cases');
const BASE = { subject: 'VN63-10-01.C-1', type: 'COERCION_DECIDED', occurredOn: '2024-03-05' };

const fromTable = (fields: Record<string, string>, form = cases): Reading =>
  readEvent(form, { line: 2, fields: { ...BASE, ...fields }, isTyped: false });
const fromJson = (fields: Record<string, unknown>, form = cases): Reading =>
  readEvent(form, { line: 2, fields: { ...BASE, ...fields }, isTyped: true });
const idOf = (reading: Reading): string => ('event' in reading ? reading.event.id : '');

describe('a row of a table', () => {
  it('becomes an event with values of the types that the schema wants; empty cells are none', () => {
    const reading = fromTable({
      id: '0193b0c8-0000-7000-8000-000000000001',
      amount: '647000000000000',
      overlays: 'STATE_BUDGET;CONVICTS',
      mobilisedForces: 'TRUE',
      casesTarget: '83.25',
      workingYear: '2024',
      performBy: '2024-02-29',
      officer: '',
    });
    expect(reading).toEqual({
      isIdDerived: false,
      event: {
        ...BASE,
        id: '0193b0c8-0000-7000-8000-000000000001',
        amount: 647_000_000_000_000,
        overlays: ['STATE_BUDGET', 'CONVICTS'],
        mobilisedForces: true,
        casesTarget: 83.25,
        workingYear: 2024,
        performBy: '2024-02-29',
      },
    });
  });

  it.each([
    ['amount', '1.234.567', /not an amount in whole dong: separators between thousands/, /digits only, e\.g\. 1234567/],
    ['amount', '1,234,567', /separators between thousands/, /digits only/],
    ['amount', '12.5', /"12\.5" is not an amount in whole dong\.$/, /digits only/],
    ['amount', '9007199254740993', /not an amount in whole dong/, /digits only/],
    ['amount', ' 5', /not an amount/, /digits only/],
    ['amount', '1e3', /not an amount/, /digits only/],
    ['workingYear', '2024.0', /not a whole number/, /a whole number, e\.g\. 12/],
    ['workingYear', '2147483648', /non 32-bit signed integer/, /a whole number/],
    ['casesTarget', '83,25', /not a number/, /decimal point/],
    ['mobilisedForces', 'yes', /neither true nor false/, /true or false/],
    ['occurredOn', '2024-02-30', /not a day/, /YYYY-MM-DD/],
    ['occurredOn', '05/03/2024', /not a day/, /YYYY-MM-DD/],
    ['performBy', '2024-03-05T10:00:00.000Z', /not a day/, /YYYY-MM-DD/],
    ['type', 'completed', /not one of the codes of type/, /JUDGMENT_RECEIVED, .*COMPLETED/],
    ['kind', 'CIVILE', /not one of the codes of kind/, /^CIVIL, CRIMINAL/],
    ['overlays', 'STATE_BUDGET; CONVICTS', /" CONVICTS" is not one of/, /separated by ;/],
    ['overlays', 'STATE_BUDGET;', /"" is not one of/, /separated by ;/],
  ])('with %s "%s" is refused with the column, the reason and what is right', (column, text, reason, allowed) => {
    expect(fromTable({ [column]: text })).toEqual({
      fault: {
        column,
        rule: 'FIELD_MALFORMED',
        reason: expect.stringMatching(reason),
        allowed: expect.stringMatching(allowed),
      },
    });
  });

  it('without a value that every event has is refused', () => {
    expect(fromTable({ subject: '' })).toEqual({
      fault: { column: 'subject', rule: 'FIELD_MISSING', reason: 'subject is empty.', allowed: 'text' },
    });
  });
});

describe('a line of JSON', () => {
  it.each([
    [{ amount: '12' }, 'amount', 'FIELD_MALFORMED'],
    [{ amount: 9_007_199_254_740_992 }, 'amount', 'FIELD_MALFORMED'],
    [{ mobilisedForces: 'true' }, 'mobilisedForces', 'FIELD_MALFORMED'],
    [{ overlays: ['STATE_BUDGET', 'X'] }, 'overlays.1', 'FIELD_MALFORMED'],
    [
      {
        reportLines: [
          { slot: 'COMPLETED', count: 1 },
          { slot: 'COMPLETED', count: 'x' },
        ],
      },
      'reportLines.1.count',
      'FIELD_MALFORMED',
    ],
    [{ sum: 12 }, 'sum', 'FIELD_UNKNOWN'],
    [{ type: null }, 'type', 'FIELD_MISSING'],
    [{ source: 'a\ud83d' }, 'source', 'TEXT_NOT_ALLOWED'],
  ])('%j is refused at its field', (fields, column, rule) => {
    expect(fromJson(fields)).toMatchObject({ fault: { column, rule } });
  });
});

describe('the id of a row without one', () => {
  it('is a UUID of version 5 that never changes', () => {
    expect(fromTable({ coercionMeasure: 'SEIZURE_OF_ASSETS' })).toMatchObject({
      isIdDerived: true,
      event: { id: 'd2a1aca7-8108-556d-99bb-5f8f06bd4689' },
    });
  });

  it('comes from what the row says, not from its form, nor from the version it was decided on', () => {
    const id = idOf(fromTable({ amount: '12', overlays: 'CONVICTS', officer: '' }));
    expect(idOf(fromJson({ overlays: ['CONVICTS'], amount: 12, officer: null, kind: undefined }))).toBe(id);
    expect(idOf(fromJson({ overlays: ['CONVICTS'], amount: 12, expectedVersion: 3 }))).toBe(id);
  });

  it('differs with anything that is said, and with the register', () => {
    const readings = [
      fromTable({}),
      fromTable({ amount: '1' }),
      fromTable({ workingYear: '1' }),
      fromTable({ subject: 'VN63-10-01.C-2' }),
      fromTable({ occurredOn: '2024-03-06' }),
      fromTable({ type: 'COMPLETED' }),
      fromTable({ type: 'EVENT_REVERSED' }),
      fromTable({ type: 'EVENT_REVERSED' }, eventForm(schema, 'recovery')),
    ];
    expect(new Set(readings.map(idOf)).size).toBe(readings.length);
  });
});
