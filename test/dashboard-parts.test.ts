import fc from 'fast-check';
import { type Address, LANGUAGES, VIEWS, readAddress, writeAddress } from '../dashboard/src/address/address';
import { daysOf, workingYearOf } from '../dashboard/src/address/period';
import { tonesOf } from '../dashboard/src/central/tone';
import { numbersIn } from '../dashboard/src/language/numbers';
import { csvOf } from '../dashboard/src/table/csv';

const NO_LIST = { list: null, filter: null, figure: null, expected: null, rate: null, percent: null, of: null };

describe('an address of the dashboard', () => {
  const text = fc.option(fc.string({ minLength: 1 }));
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const iso = day.map((date) => date.toISOString().slice(0, 10));
  const period = fc.oneof(
    fc.record({
      year: fc.option(fc.integer({ min: 2000, max: 2100 })),
      from: fc.constant(null),
      through: fc.constant(null),
    }),
    fc.record({ year: fc.constant(null), from: iso, through: iso }),
  );

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VIEWS),
        fc.option(fc.constantFrom('VN34-15', 'VN63-10', 'VN63-10-01')),
        period,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...LANGUAGES),
        fc.record({
          list: text,
          filter: text,
          figure: text,
          expected: fc.option(fc.nat()),
          rate: text,
          percent: fc.option(fc.nat().map((hundredths) => hundredths / 100)),
          of: fc.option(fc.nat()),
        }),
        (view, id, when, months, language, list) => {
          const isOfPlace = view !== 'central' && view !== 'reports';
          const address: Address = {
            view,
            id: isOfPlace ? id : null,
            ...when,
            months,
            language,
            boundaries: view === 'province' && id?.startsWith('VN34') ? 'VN34' : 'VN63',
            ...(view === 'list' ? list : NO_LIST),
          };
          expect(readAddress(writeAddress(address))).toEqual(address);
        },
      ),
    );
  });

  it.each([
    '',
    '#',
    '#/nothing',
    '#/central?year=x&months=13&boundaries=VN99&lang=xx&from=2024',
    '#/central/%E0%A4%A',
    '#?%%%',
  ])('that means nothing is the start: %s', (hash) => {
    expect(readAddress(hash)).toMatchObject({
      view: 'central',
      year: null,
      months: 12,
      boundaries: 'VN34',
      language: 'vi',
    });
  });
});

describe('a working year', () => {
  it.each([
    [2025, 3, '2024-10-01', '2024-12-31'],
    [2024, 5, '2023-10-01', '2024-02-29'],
    [2025, 9, '2024-10-01', '2025-06-30'],
    [2025, 12, '2024-10-01', '2025-09-30'],
  ])('%i, %i months: %s to %s', (year, months, from, through) => {
    expect(daysOf(year, months)).toEqual({ from, through });
    expect([workingYearOf(from), workingYearOf(through)]).toEqual([year, year]);
  });
});

describe('numbers', () => {
  it.each([
    ['vi', 12_500_000_000, '12,5 tỷ đồng'],
    ['vi', 45_600_000, '45,6 triệu đồng'],
    ['vi', 117_349_000_000_000, '117,3 nghìn tỷ đồng'],
    ['en', 12_500_000_000, '12.5 billion VND'],
  ] as const)('%s: %i is %s', (language, dong, words) => {
    // The space within a number is one that does not break.
    expect(numbersIn(language).money(dong).replaceAll('\u00a0', ' ')).toBe(words);
  });

  it('changes are in percent, and many times as much is said so; of nothing there is none', () => {
    const { change } = numbersIn('en');
    expect([change(110, 100), change(90, 100), change(6600, 100), change(5, 0)]).toEqual([
      '+10.0%',
      '-10.0%',
      '× 66',
      null,
    ]);
  });
});

describe('a CSV file', () => {
  it('holds no formula, whatever texts are in it, and numbers as numbers', () => {
    const texts = ['=1+1', '+1', '-1', '@x', '\tx', "'=1", 'a"b', 'a,b', 'a\nb'];
    expect(csvOf([texts, [-1.5, 1e15, null]])).toBe(
      `\uFEFF'=1+1,'+1,'-1,'@x,'\tx,''=1,"a""b","a,b","a\nb"\r\n-1.5,1000000000000000,\r\n`,
    );
  });
});

describe('tones of a map', () => {
  it('are five classes of about the same size; equal rates have the same; none is 0', () => {
    const values = new Map<string, number | null>(Array.from({ length: 34 }, (_, index) => [`${index}`, index]));
    const toneOf = tonesOf(values);
    const sizes = [1, 2, 3, 4, 5].map((tone) => [...values.keys()].filter((id) => toneOf(id) === tone).length);
    expect(sizes).toEqual([7, 7, 7, 7, 6]);
    expect(
      tonesOf(
        new Map([
          ['a', null],
          ['b', 5],
          ['c', 5],
        ]),
      )('a'),
    ).toBe(0);
  });
});
