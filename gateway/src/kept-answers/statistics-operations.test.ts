import { isObjectType, buildSchema, getNamedType } from 'graphql';
import { readFileSync } from 'node:fs';
import { SUPERGRAPH_FILE } from '../supergraph-file';
import { StatisticsOperations } from './statistics-operations';

const supergraph = readFileSync(SUPERGRAPH_FILE, 'utf8');
const operations = new StatisticsOperations(supergraph);
const PERIOD = '(period: { workingYear: 2024 })';

describe('an operation of statistics only', () => {
  it.each([
    ['{ nation { name } }', ['directory']],
    [
      `{ provinces { caseStatistics${PERIOD} { completed { cases } samePeriodLastYear { rank { cases } } } } }`,
      ['cases', 'directory'],
    ],
    [
      `query ($p: PeriodInput!) { office(id: "x") { ...all } }
       fragment all on Office { recoveryStatistics(period: $p) { due { money } } receptionStatistics(period: $p) { visits } }`,
      ['complaints', 'directory', 'recovery'],
    ],
    [
      `query A { nation { __typename id } } query B { nation { inspectionStatistics${PERIOD} { conducted } } }`,
      ['directory', 'inspections'],
    ],
  ])('is known by its fields, with the subgraphs they come from: %s', (query, subgraphs) => {
    expect(operations.subgraphsOf(query)).toEqual(subgraphs);
    expect(operations.subgraphsOf(query)).toEqual(subgraphs);
  });

  it.each([
    ['a list', '{ cases { nodes { id } } }'],
    ['a total', '{ petitions { totalCount } }'],
    ['a record', '{ case(id: "x") { amount } }'],
    ['a record in a fragment', '{ nation { id } ...more } fragment more on Query { officer(id: "x") { name } }'],
    ['a mutation', 'mutation { submitCaseEvents(events: []) { accepted } }'],
    ['a mutation beside a query', 'query A { nation { id } } mutation B { submitCaseEvents(events: []) { accepted } }'],
    ['how far a journal has come', '{ casesJournal { position hash waiting } }'],
    ['a preview', 'query ($e: [CaseEventInput!]!) { previewCaseEvents(events: $e) { accepted duplicates } }'],
    ['introspection', '{ __schema { types { name } } }'],
    ['an unknown field', '{ nation { colour } }'],
    ['a fragment that contains itself and a record', '{ ...a } fragment a on Query { ...a case(id: "x") { id } }'],
    ['no GraphQL', '{ nation {'],
    ['nothing', ''],
    ['what is too long to be a dashboard', `{ ${'nation { id } '.repeat(5_000)} }`],
  ])('is not %s', (_what, query) => {
    expect(operations.subgraphsOf(query)).toBeNull();
  });

  it('can ask for everything that a nation, a province or an office has', () => {
    const schema = buildSchema(supergraph, { assumeValid: true });
    const fieldsOf = (name: string): string[] => {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`${name} is no object type`);
      return Object.values(type.getFields()).map(({ name: field, args, type: of }) => {
        const inner = getNamedType(of);
        return `${field}${args.some((arg) => arg.name === 'period') ? PERIOD : ''}${isObjectType(inner) ? ' { __typename }' : ''}`;
      });
    };
    for (const [root, type] of [
      ['nation', 'Nation'],
      ['provinces', 'Province'],
      ['office(id: "x")', 'Office'],
    ] as const) {
      expect([type, operations.subgraphsOf(`{ ${root} { ${fieldsOf(type).join(' ')} } }`)]).toEqual([
        type,
        ['cases', 'complaints', 'directory', 'inspections', 'recovery'],
      ]);
    }
  });
});
