import type { QueryRunner } from 'typeorm';
import { subjectTable } from '../register/subject-table';
import { type Lifecycle, positionsOf } from '../register/lifecycle';
import { type RegisterDefinition, dimensionsOf } from '../register/register';
import type { Check } from './check';

const ROWS_AT_ONCE = 5_000;

/**
 * The ledger against the register: what all movements of an office add up to is where its subjects stand. Every subject
 * is read and placed by its life cycle, as when the event was accepted.
 */
export function ledgerAsRegister(register: RegisterDefinition): Check {
  return {
    sentence: 'The movements of the ledger lead to where the subjects of the register stand.',
    async count(runner) {
      const sums = new Map<string, { cases: number; money: number }>();
      const add = (key: string, cases: number, money: number): void => {
        const sum = sums.get(key) ?? { cases: 0, money: 0 };
        sums.set(key, { cases: sum.cases + cases, money: sum.money + money });
      };
      for (const row of await movementsByPlace(runner, register)) add(row.place, -row.cases, -row.money);
      const dimensions = dimensionsOf(register.ledger);
      for (const lifecycle of register.lifecycles as readonly Lifecycle[]) {
        for await (const state of subjects(runner, register.schema, lifecycle)) {
          for (const position of positionsOf(lifecycle, state)) {
            const values = dimensions.map((dimension) => position.dimensions[dimension] ?? '');
            for (const { slot, count, money = 0 } of position.placements) {
              add([state.office, ...values, position.overlays, slot].join(' '), count, money);
            }
          }
        }
      }
      return [...sums.values()].filter(({ cases, money }) => cases !== 0 || money !== 0).length;
    },
  };
}

async function movementsByPlace(
  runner: QueryRunner,
  { schema, ledger }: RegisterDefinition,
): Promise<{ place: string; cases: number; money: number }[]> {
  const columns = ['office', ...dimensionsOf(ledger), 'overlays', 'slot'];
  return runner.query(
    `select concat_ws(' ', ${columns.join(', ')}) as place, sum(count) as cases, sum(money)::bigint as money
     from ${schema}.movement group by ${columns.join(', ')}`,
  ) as Promise<{ place: string; cases: number; money: number }[]>;
}

async function* subjects(runner: QueryRunner, schema: string, { table }: Lifecycle) {
  const { name, fromRow } = subjectTable(runner.connection, schema, table);
  await runner.query(`declare subjects no scroll cursor for select * from ${name}`);
  try {
    for (;;) {
      const rows = (await runner.query(`fetch ${ROWS_AT_ONCE} from subjects`)) as Record<string, unknown>[];
      for (const row of rows) yield fromRow(row);
      if (rows.length < ROWS_AT_ONCE) break;
    }
  } finally {
    await runner.query('close subjects').catch(() => undefined);
  }
}
