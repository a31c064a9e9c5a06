import fc from 'fast-check';
import { EVENT_ID, type RegisterEvent, journalEvent, officeOfSubject, subjectId } from './event';

const COLUMNS = { id: 'ab12', subject: 's', type: 't', occurredOn: '2024-01-01' };
const content = (value: unknown): string => journalEvent({ ...(value as object), ...COLUMNS }).content;

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
}

const anyEvent = fc.dictionary(
  fc.string({ minLength: 1 }).filter((key) => !/^\d+$/.test(key) && key !== '__proto__' && key !== 'toJSON'),
  fc.jsonValue(),
);

describe('the stored content of an event', () => {
  test('does not depend on the order of its keys, at any depth', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(content(reordered(event))).toBe(content(event));
      }),
    );
    expect(content({ b: { d: 1, c: [{ f: 1, e: 2 }] }, a: 1 })).toBe('{"a":1,"b":{"c":[{"e":2,"f":1}],"d":1}}');
  });

  test('leaves out what is null or absent, so that two clients that say the same are one', () => {
    expect(content({ officer: null, ground: undefined })).toBe(content({}));
  });

  test('leaves to columns what every event has, and knows a UUID in any letter case', () => {
    const event: RegisterEvent = { ...COLUMNS, id: 'AB12', officer: 'o' };
    expect(journalEvent(event)).toEqual({
      eventId: 'ab12',
      subject: 's',
      type: 't',
      occurredOn: '2024-01-01',
      content: '{"officer":"o"}',
    });
  });

  test('keeps the order of lists and tells different values apart', () => {
    const texts = [{ a: [1, 2] }, { a: [2, 1] }, { a: '1' }, { a: 1 }, { a: false }, { a: 0 }, { a: '' }, { b: 1 }];
    expect(new Set(texts.map(content)).size).toBe(texts.length);
  });
});

describe('a subject id', () => {
  test('begins with its office', () => {
    expect(officeOfSubject('VN63-10-01.C-2024-00017')).toMatchObject({ id: 'VN63-10-01', territory: 10 });
    expect(subjectId('VN-00.CT-2024')).toBe('VN-00.CT-2024');
  });

  test.each([
    'VN63-10-01',
    'VN63-10-01.',
    'VN63-10-99.C-1',
    '.C-1',
    'VN63-10-01.-1',
    'VN63-10-01.C 1',
    'VN63-10-01.C.1',
    'VN63-10-01.C\n',
    `VN63-10-01.${'a'.repeat(49)}`,
    "VN63-10-01.'; drop table",
  ])('%j is refused with the form that is right', (id) => {
    expect(officeOfSubject(id)).toBeNull();
    expect(() => subjectId(id)).toThrow('it has the form <office id>.<local number>');
  });

  test('may have a local number of 48 characters', () => {
    expect(officeOfSubject(`VN63-10-01.${'a'.repeat(48)}`)).not.toBeNull();
  });
});

test.each(['', '1', 'g0000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000 '])(
  '%j is not the id of an event',
  (id) => expect(EVENT_ID.test(id)).toBe(false),
);
