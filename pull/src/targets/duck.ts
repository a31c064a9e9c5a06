import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { FieldType, Field } from '../graph/contract';

const TYPES: Readonly<Record<FieldType, string>> = {
  ID: 'VARCHAR',
  TEXT: 'VARCHAR',
  INT: 'BIGINT',
  VND: 'BIGINT',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMPTZ',
  BOOLEAN: 'BOOLEAN',
  TEXT_LIST: 'VARCHAR[]',
};

/** What it may hold in memory; beyond that it writes to its folder. */
const MEMORY = '512MB';

/** DuckDB in this process; `work` is where it puts what does not fit into memory. */
export class Duck {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open(file: string, work: string): Promise<Duck> {
    const instance = await DuckDBInstance.create(file, {
      memory_limit: MEMORY,
      temp_directory: work,
      preserve_insertion_order: 'false',
      // Nothing is fetched from elsewhere: what is needed is built in.
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`set timezone = 'UTC'`);
    return new Duck(instance, connection);
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  async rows(sql: string): Promise<Record<string, unknown>[]> {
    return (await this.connection.runAndReadAll(sql)).getRowObjectsJson();
  }

  /** Of a query for one. */
  async number(sql: string): Promise<number> {
    const [row] = await this.rows(sql);
    return Number(row!['number']);
  }

  /** In one transaction. */
  async atOnce<T>(work: () => Promise<T>): Promise<T> {
    await this.run('begin');
    try {
      const result = await work();
      await this.run('commit');
      return result;
    } catch (error) {
      await this.run('rollback').catch(() => undefined);
      throw error;
    }
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

export function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function names(identifiers: readonly string[]): string {
  return identifiers.map(name).join(', ');
}

export function columns(fields: readonly Field[]): string {
  return fields.map((field) => `${name(field.name)} ${TYPES[field.type]}`).join(', ');
}

/** Each field in its type, whatever type a file has it in. */
export function typed(fields: readonly Field[]): string {
  return fields.map((field) => `cast(${name(field.name)} as ${TYPES[field.type]}) as ${name(field.name)}`).join(', ');
}

/** A source of rows: files of JSON Lines, packed or not. */
export function jsonLines(files: readonly string[], fields: readonly Field[]): string {
  const types = fields.map((field) => `${text(field.name)}: ${text(TYPES[field.type])}`).join(', ');
  return `read_json([${files.map(text).join(', ')}], format = 'newline_delimited', columns = {${types}}, maximum_object_size = 67108864)`;
}
