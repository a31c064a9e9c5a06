import {
  OVERLAY_BITS,
  type ReportingPeriod,
  type Scope,
  findScope,
  isoDate,
  officesOf,
  periodBetween,
  provincesOf,
  resolvePeriod,
} from '@thads/shared';
import type { Bench } from './bench';
import { type BenchDatabase, casesOf } from './database';
import { type Engine, type FigureQuestion, openEngine } from './engine';
import { subgraphDefinitions } from './house';
import { growthAtMost, ratioAtLeast, timed } from './measure';
import { type RawQuestion, fromCaseRows, fromLedger, prepareCaseRows } from './raw-sql';
import { whileRunning } from './running';

const { register } = subgraphDefinitions.find(({ name }) => name === 'cases')!;

interface Question {
  readonly name: string;
  readonly timesFaster: number;
  readonly figures: readonly FigureQuestion[];
  readonly raw: RawQuestion;
}

export const dashboardSql: Bench = {
  about:
    'The statements of the case statistics without any GraphQL: the engine of `shared/src/statistics` (its reader, one ' +
    'SQL statement on the running totals) against adding up rows. Each question is all lines for a period and the same ' +
    'period last year. "Case rows" is a narrow copy of the cases with covering indexes made for these questions; it knows ' +
    'only the last state of a case, so it cannot give past classifications, part payments by day, coercions or decisions ' +
    'in time: a full answer would cost it more. "Ledger" adds up the movements and answers the same as the engine.',
  data: 'all',
  run: ({ databases, compare }) =>
    whileRunning(async (keep) => {
      const engines: Engine[] = [];
      for (const database of databases) {
        await prepareCaseRows(database.admin);
        engines.push(await keep(openEngine(database, register)));
      }
      for (const [index, database] of databases.entries()) {
        const engine = engines[index]!;
        for (const { name, timesFaster, figures, raw } of await questionsOf(database)) {
          const send = (statements: readonly string[]) =>
            timed(() => Promise.all(statements.map((text) => database.admin.query({ text, rowMode: 'array' }))));
          const own = {
            what: `${name}, ${casesOf(database)}`,
            unit: 'ms',
            sample: timed(() => engine.read(figures)),
          } as const;
          const alone = timed(await engine.statementsOf(figures));
          const goal = ratioAtLeast(timesFaster);
          await compare({ ...own, against: 'case rows', sampleAgainst: send(fromCaseRows(raw)), goal });
          await compare({ ...own, against: 'ledger', sampleAgainst: send(fromLedger(raw)) });
          await compare({ ...own, against: 'the engine’s SQL alone', sampleAgainst: alone });
        }
      }
      if (databases.length < 2) return;
      const [small, large] = [databases[0], databases.at(-1)!];
      const largeQuestions = await questionsOf(large);
      for (const [index, { name, figures }] of (await questionsOf(small)).entries()) {
        await compare({
          what: `${name}, ${casesOf(large)}`,
          against: `the same, ${casesOf(small)}`,
          unit: 'ms',
          sample: timed(() => engines.at(-1)!.read(largeQuestions[index]!.figures)),
          sampleAgainst: timed(() => engines[0]!.read(figures)),
          goal: growthAtMost(1.3),
        });
      }
    }),
};

async function questionsOf({ admin, workingYear }: BenchDatabase): Promise<Question[]> {
  const year = resolvePeriod({ workingYear });
  const unaligned = periodBetween(isoDate(workingYear, 2, 13), isoDate(workingYear, 8, 17));
  const { rows } = await admin.query<{ territory: number }>(
    'select territory from cases.enforcement_case group by 1 order by count(*) desc limit 1',
  );
  const provinces = provincesOf('VN34');
  const province = provinces.find(({ territories }) => territories.includes(rows[0]?.territory ?? 1))!;
  const offices = officesOf(province);
  const scope = ({ id }: { readonly id: string }): Scope => findScope(id)!;
  const nation = scope({ id: 'VN' });
  const within = `territory in (${province.territories.join(', ')})`;
  const question = (
    name: string,
    figures: readonly FigureQuestion[],
    raw: Partial<RawQuestion>,
    timesFaster = 20,
  ): Question => ({
    name,
    timesFaster,
    figures,
    raw: { groupBy: null, where: 'true', monthly: false, period: year, ...raw },
  });
  const figure = (
    of: Scope,
    filter: FigureQuestion['filter'] = {},
    period: ReportingPeriod = year,
  ): FigureQuestion => ({
    scope: of,
    period,
    filter,
  });
  const months = Array.from({ length: 12 }, (_, month) => {
    const { through } = resolvePeriod({ workingYear, months: month + 1 });
    return periodBetween(`${through.slice(0, 8)}01` as typeof through, through);
  });
  return [
    question(
      '34 provinces',
      provinces.map((one) => figure(scope(one))),
      { groupBy: 'territory' },
      100,
    ),
    question(
      'one province by office',
      offices.map((one) => figure(scope(one))),
      { groupBy: 'office', where: within },
    ),
    question(
      'nation by kind',
      register.ledger.dimensions.kind!.map((kind) => figure(nation, { dimensions: { kind } })),
      { groupBy: 'kind' },
    ),
    question(
      'nation by overlay',
      Object.values(OVERLAY_BITS).map((overlay) => figure(nation, { overlay })),
      { groupBy: 'bit' },
    ),
    question(
      'trend of 12 months, nation',
      months.map((month) => figure(nation, {}, month)),
      { monthly: true },
    ),
    question('one office', [figure(scope(offices[0]!))], { where: `${within} and office = ${offices[0]!.number}` }),
    question(
      '34 provinces, unaligned days',
      provinces.map((one) => figure(scope(one), {}, unaligned)),
      {
        groupBy: 'territory',
        period: unaligned,
      },
    ),
  ];
}
