import type { DataSource } from 'typeorm';
import type { RegisterDefinition } from '../register/register';

/**
 * Which data a register answers from. Within one server and one set of tables it is the number of accepted events that
 * one snapshot shows: positions given plus events pending, which a pass of the follower leaves the same. An event is
 * never taken back, so of two snapshots the later shows all events of the earlier, and equal numbers mean equal data.
 * A server that was restarted, restored or promoted, and tables made anew, may have lost events and begin again.
 */
export async function readDataVersion(dataSource: DataSource, { schema }: RegisterDefinition): Promise<string> {
  const [row] = (await dataSource.query(`select ${dataVersionSql(schema)} as data_version`)) as {
    data_version: string;
  }[];
  return row!.data_version;
}

/** The same as an expression, of the snapshot that it is asked in. */
export function dataVersionSql(schema: string): string {
  return `concat_ws(
      '-',
      extract(epoch from pg_postmaster_start_time()),
      '${schema}.journal'::regclass::oid,
      (select coalesce(max(position), 0) from ${schema}.chain) + (select count(*) from ${schema}.pending)
    )`;
}
