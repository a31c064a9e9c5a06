import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type GraphQLObjectType, buildSchema, getNamedType, isObjectType } from 'graphql';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const schema = buildSchema(readFileSync(path.resolve(__dirname, '..', 'schema.graphql'), 'utf8'));

interface Definition {
  readonly indicator: string;
  readonly name: string;
  readonly nameVi: string;
  readonly formula: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly forms: readonly number[];
  readonly line: string | null;
  readonly legalSource: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const ALL = 'indicator name nameVi formula numerator denominator forms line legalSource validFrom validTo';
const LINE = /^lines\/(.+)$/;

/** Types of statistics that are asked for of a place and a period, by the field that does. */
const STATISTICS = new Map(
  Object.values((schema.getType('Nation') as GraphQLObjectType).getFields())
    .filter(({ name }) => name.endsWith('Statistics'))
    .map(({ name, type }) => [getNamedType(type).name, name] as const),
);

/** What is measured, as opposed to which period, which version and the same of something else. */
function figuresOf(type: string): string[] {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
  return fields
    .filter(({ type: of }) => ['Int', 'Float', 'Tally', 'Rate', 'Rank'].includes(getNamedType(of).name))
    .map(({ name }) => name);
}

type Measure = 'cases' | 'money';
type Values = (figure: string) => number | null;

/** `a + b − c` or `a / b, percent`, of figures alone; null for what is said in words. */
function valueOf({ formula, numerator, denominator }: Definition, values: Values, known: (name: string) => boolean) {
  if (numerator !== null && denominator !== null) {
    if (!known(numerator) || !known(denominator)) return null;
    const [above, below] = [values(numerator)!, values(denominator)];
    return below ? (100 * above) / below : NaN;
  }
  const terms = formula.split(/ (?=[+−] )/);
  const names = terms.map((term) => term.replace(/^[+−] /, ''));
  if (!names.every(known)) return null;
  return terms.reduce((sum, term, index) => sum + (term.startsWith('− ') ? -1 : 1) * values(names[index]!)!, 0);
}

describe('the definitions of figures', () => {
  let graph: OneProcessGraph;
  let definitions: Definition[];
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
    ({ definitions } = await graph.client.data(`{ definitions { ${ALL} } }`));
  });
  afterAll(() => graph.stop());

  it('are there for every figure of the schema, and for nothing else', () => {
    const defined = definitions.map(({ indicator }) => indicator).filter((indicator) => !indicator.includes('/'));
    const figures = [...STATISTICS.keys()].flatMap((type) => figuresOf(type).map((field) => `${type}.${field}`));
    expect(figures.length).toBeGreaterThan(80);
    expect([...defined].sort()).toEqual([...figures].sort());
  });

  it('figures by category, kind and body are some of those that are defined of the whole', () => {
    const parts = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && /^(RecoveryCategory|PetitionKind|SupervisingBody)Statistics$/.test(type.name),
    );
    expect(parts).toHaveLength(3);
    const whole = new Set([...STATISTICS.keys()].flatMap(figuresOf));
    expect(parts.flatMap(({ name }) => figuresOf(name)).filter((field) => !whole.has(field))).toEqual([]);
  });

  it('name the lines of the form as the form itself does, one definition for each', async () => {
    const { nation } = await graph.client.data(
      '{ nation { caseStatistics(period: { workingYear: 2024 }) { lines { number nameVi } } } }',
    );
    const printed = (nation.caseStatistics.lines as { number: string | null; nameVi: string }[]).filter(
      ({ number }) => number !== null,
    );
    const defined = definitions.filter(({ forms, line }) => forms.includes(1) && line !== null);
    // The rate is a line of the form, and a field of its own here.
    expect(defined.map(({ line }) => line).sort()).toEqual([...printed.map(({ number }) => number), '7'].sort());
    for (const { number, nameVi } of printed) {
      expect([number, defined.find(({ line }) => line === number)!.nameVi]).toEqual([number, nameVi]);
    }
  });

  it.each(['VN', 'VN34-38', 'VN34-15', 'VN63-10'])('say how the figures of %s are made of each other', async (id) => {
    let compared = 0;
    for (const [type, field] of STATISTICS) {
      const place = id === 'VN' ? 'nation' : `province(id: "${id}")`;
      for (const period of ['workingYear: 2024', 'workingYear: 2025', 'workingYear: 2025, months: 9']) {
        const data = await graph.client.data(
          `{ place: ${place} { figures: ${field}(period: { ${period} }) { ${selectionOf(type)} } } }`,
        );
        const { figures } = data.place;
        const known = (name: string): boolean =>
          LINE.test(name) ? type === 'CaseStatistics' : figuresOf(type).includes(name);
        for (const definition of definitions.filter(({ indicator }) => indicator.startsWith(`${type}.`))) {
          for (const measure of ['cases', 'money'] as Measure[]) {
            const values: Values = (name) => measured(figures, name, measure);
            const expected = valueOf(definition, values, known);
            const actual = values(definition.indicator.slice(type.length + 1));
            if (expected === null || actual === null || Number.isNaN(expected)) continue;
            // Rates have two decimals; one made of rates that are rounded themselves is a little further off.
            const tolerance = definition.formula.startsWith('completionRate') ? 0.02 : 0.0051;
            expect([definition.indicator, measure, Math.abs(actual - expected) <= tolerance, actual, expected]).toEqual(
              [definition.indicator, measure, true, actual, expected],
            );
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('rest on the circular that the statistics of the day rest on', async () => {
    for (const on of ['2019-01-01', '2024-07-25', '2024-07-26', '2026-06-30', '2026-07-01', '2026-09-30']) {
      const { nation, definition } = await graph.client.data(
        `query ($on: Date!) {
          nation { caseStatistics(period: { from: $on, through: $on }) { circular } }
          definition(indicator: "CaseStatistics.handled", on: $on) { legalSource validFrom validTo }
        }`,
        { on },
      );
      expect(definition.legalSource).toBe(`Circular ${nation.caseStatistics.circular}`);
      expect(definition.validFrom === null || definition.validFrom <= on).toBe(true);
      expect(definition.validTo === null || on <= definition.validTo).toBe(true);
    }
  });

  it('are one for each figure on any day', async () => {
    for (const on of ['1999-12-31', '2024-07-26', '2026-07-01']) {
      const { definitions: then } = await graph.client.data(
        'query ($on: Date!) { definitions(on: $on) { indicator } }',
        { on },
      );
      expect(then).toEqual(definitions.map(({ indicator }) => ({ indicator })));
    }
  });

  it('are for everybody', async () => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ definition(indicator: "CaseStatistics.completionRate") { ${ALL} } }` }),
    });
    expect(await response.json()).toEqual({
      data: { definition: definitions.find(({ indicator }) => indicator === 'CaseStatistics.completionRate') },
    });
  });

  it('a figure that there is not is refused with those that come near', async () => {
    const { errors } = await graph.client.ask('{ definition(indicator: "CaseStatistics.completionrates") { name } }');
    expect(errors.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['BAD_USER_INPUT', expect.stringContaining('Did you mean "CaseStatistics.completionRate"')],
    ]);
  });
});

function selectionOf(type: string): string {
  const fields = (schema.getType(type) as GraphQLObjectType).getFields();
  const figures = figuresOf(type).map((name) => {
    const of = getNamedType(fields[name]!.type);
    return isObjectType(of) ? `${name} { cases money }` : name;
  });
  if (type === 'CaseStatistics') figures.push('lines { number tally { cases money } }');
  return figures.join(' ');
}

/** A plain number is one of cases. */
function measured(figures: any, name: string, measure: Measure): number | null {
  const number = LINE.exec(name)?.[1];
  const value = number ? figures.lines.find((line: any) => line.number === number).tally : figures[name];
  if (typeof value === 'number') return measure === 'cases' ? value : null;
  return value?.[measure] ?? null;
}
