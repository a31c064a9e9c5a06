import { buildSchema, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Measures, measureOperation } from './measures';

const schema = buildSchema(readFileSync(path.resolve(__dirname, '..', '..', '..', 'schema.graphql'), 'utf8'));

function measure(text: string, variables: Record<string, unknown> = {}, operationName?: string): Measures {
  const document = parse(text);
  return measureOperation({ schema, document, operation: getOperationAST(document, operationName)!, variables });
}

const YEAR = 'period: { workingYear: 2024 }';
const PAGE_OF_20 = 'cases(first: 20) { nodes { id } }';

describe('what an operation costs', () => {
  it.each<[cost: number, of: string, text: string, variables?: Record<string, unknown>]>([
    [3, 'a value for each field', '{ nation { id name } }'],
    [3, 'what is not known, as one value', '{ what { is this } }'],
    [1 + 15 * 2, 'the offices of a province, 15 as a rule', '{ province(id: "VN34-15") { offices { id } } }'],
    [34 * 2, 'the provinces of today, 34', '{ provinces { id } }'],
    [63 * 2, 'the provinces before, 63', '{ provinces(boundaries: VN63) { id } }'],
    [63 * 2, 'boundaries by variable', 'query ($b: Boundaries) { provinces(boundaries: $b) { id } }', { b: 'VN63' }],
    [34 * 2, 'boundaries by default', 'query ($b: Boundaries = VN34) { provinces(boundaries: $b) { id } }'],
    [
      1 + 10 + 3,
      'figures, 10 for working them out',
      `{ nation { caseStatistics(${YEAR}) { handled { cases money } } } }`,
    ],
    [
      1 + 10 + 3 + 10 + 3,
      'figures of last year too, the same again',
      `{ nation { caseStatistics(${YEAR}) { handled { cases money } samePeriodLastYear { handled { cases money } } } } }`,
    ],
    [34 * (1 + 10 + 1), 'figures of every province', `{ provinces { caseStatistics(${YEAR}) { circular } } }`],
    [1 + 12 * (10 + 1), 'a trend by its steps', `{ nation { caseTrend(${YEAR}) { circular } } }`],
    [
      1 + 4 * (10 + 1),
      'a trend by quarters',
      'query ($p: PeriodInput!, $g: TrendGrain!) { nation { caseTrend(period: $p, grain: $g) { circular } } }',
      { p: { workingYear: 2024 }, g: 'QUARTER' },
    ],
    [
      1 + 120 * (10 + 1),
      'a trend of no known length, as the longest there is',
      'query ($p: PeriodInput!) { nation { caseTrend(period: $p) { circular } } }',
      { p: { from: 'whenever', through: {} } },
    ],
    [1 + 20 * 2, 'a page by its size', `{ ${PAGE_OF_20} }`],
    [1 + 20 * 3, 'a page by its edges', '{ cases(first: 20) { edges { node { id } } } }'],
    [1 + 50 * 2, 'a page of no given size, 50', '{ cases { nodes { id } } }'],
    [1 + 50 * 2, 'a page whose size is null, 50', '{ cases(first: null) { nodes { id } } }'],
    [1 + 7 * 2, 'its size by variable', 'query ($n: Int) { cases(first: $n) { nodes { id } } }', { n: 7 }],
    [1 + 9 * 2, 'its size by default', 'query ($n: Int = 9) { cases(first: $n) { nodes { id } } }'],
    [1 + 1 * 2, 'a page of less than nothing, 1', '{ cases(first: -1000) { nodes { id } } }'],
    [1 + 1000 * 2, 'a page beyond the largest', '{ cases(first: 2147483647) { nodes { id } } }'],
    [1 + 1000 * 2, 'a size that is none', 'query ($n: Int) { cases(first: $n) { nodes { id } } }', { n: 'many' }],
    [1 + 20 * (1 + 10 * 2), 'lists within a page', '{ cases(first: 20) { nodes { petitions { id } } } }'],
    [
      1 + 20 * (1 + 1 + 5 * 2),
      'pages within a page',
      '{ cases(first: 20) { nodes { officer { findings(first: 5) { id } } } } }',
    ],
    [1 + 2000, 'a total, however small the page', '{ cases(first: 1) { totalCount } }'],
    [
      1 + 15 * (200 + 2 + 11),
      'officers, who are counted in the journal',
      '{ office(id: "x") { caseStatisticsByOfficer(period: { workingYear: 2025 }) { officer { id } statistics { circular } } } }',
    ],
    [1 + 2, 'where a page ends', '{ cases(first: 1000) { pageInfo { endCursor } } }'],
    [
      1 + 3 * 10 + 1 + 3 * 2,
      'events, and what became of each',
      'mutation ($e: [CaseEventInput!]!) { submitCaseEvents(events: $e) { accepted results { status } } }',
      { e: [{}, {}, {}] },
    ],
    [
      2 * (1 + 20 * 2),
      'the same again under an alias, and through a fragment',
      `{ ...page other: ${PAGE_OF_20} } fragment page on Query { ${PAGE_OF_20} }`,
    ],
    [
      1 + 20 * 2 + (1 + 3 * 2),
      'a fragment by the page that it is spread in',
      '{ cases(first: 20) { ...rows } a: cases(first: 3) { ...rows } } fragment rows on CaseConnection { nodes { id } }',
    ],
    [1 + 20 * 2, 'what @skip leaves out', `{ ... @skip(if: true) { ${PAGE_OF_20} } }`],
  ])('is %i for %s', (cost, _of, text, variables = {}) => {
    expect(measure(text, variables).cost).toBe(cost);
  });
});

describe('an operation is measured with its fragments spread', () => {
  const FRAGMENTS = `
    fragment a on Nation { x: id ...b ... on Nation { ...b @include(if: true) } }
    fragment b on Nation { y: name caseStatistics(${YEAR}) { handled { cases } } }`;

  it('in depth, aliases, directives, selections and fields of the root', () => {
    expect(
      measure(`{ nation { ...a } other: nation { id } ...more } ${FRAGMENTS} fragment more on Query { nation { id } }`),
    ).toMatchObject({
      depth: 4,
      aliases: 4,
      directives: 1,
      rootFields: 3,
      selections: 1 + 1 + (1 + 1 + 4 + 1 + 1 + 4) + 2 + 1 + 2,
    });
  });

  it('of several operations the one that is asked for', () => {
    const text = `query A { nation { id } } query B { nation { id name } }`;
    expect([measure(text, {}, 'A').cost, measure(text, {}, 'B').cost]).toEqual([2, 3]);
  });

  it('in numbers beyond counting, without counting', () => {
    const chain = Array.from(
      { length: 60 },
      (_, nth) => `fragment f${nth} on Nation { ...f${nth + 1} ...f${nth + 1} }`,
    );
    const { selections, aliases } = measure(
      `{ nation { ...f0 } } ${chain.join('\n')} fragment f60 on Nation { a: id }`,
    );
    expect([selections > 2 ** 60, aliases]).toEqual([true, 2 ** 60]);
  });

  it('of fragments within themselves, which are refused elsewhere, once', () => {
    const { depth, selections } = measure(
      '{ nation { ...a } } fragment a on Nation { id ...b ...a } fragment b on Nation { name ...a }',
    );
    expect([depth, selections < 20]).toEqual([2, true]);
  });

  it('introspection by a depth of its own', () => {
    const { depth, introspectionDepth } = measure(getIntrospectionQuery());
    expect([depth, introspectionDepth]).toEqual([1, 15]);
    expect(measure('{ nation { id } __type(name: "Case") { fields { name } } }')).toMatchObject({
      depth: 2,
      introspectionDepth: 3,
    });
  });
});
