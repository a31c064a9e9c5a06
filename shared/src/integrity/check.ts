import type { QueryRunner } from 'typeorm';

/** Something that must hold of stored data, as a sentence that is true of sound data. */
export interface Check {
  readonly sentence: string;
  /** The number of faults, 0 when the sentence is true. Only reads, through the runner's one snapshot. */
  count(runner: QueryRunner): Promise<number>;
  /** Asked for when there are faults: where they are, and how they are mended. */
  advice?(runner: QueryRunner): Promise<string>;
}

/** A check whose faults are the rows of queries, made one after the other. */
export function noRows(sentence: string, ...queries: readonly string[]): Check {
  return {
    sentence,
    async count(runner) {
      let sum = 0;
      for (const faults of queries) {
        const rows = (await runner.query(`select count(*) as faults from (${faults}) as fault`)) as {
          faults: number;
        }[];
        sum += rows[0]!.faults;
      }
      return sum;
    },
  };
}
