/** Of a value as it leaves: money in whole dong, days as YYYY-MM-DD, moments in UTC, ids and names of values as in the graph. */
export type DatasetFieldType = 'ID' | 'TEXT' | 'INT' | 'VND' | 'DATE' | 'TIMESTAMP' | 'BOOLEAN' | 'TEXT_LIST';

export interface DatasetField {
  readonly name: string;
  readonly type: DatasetFieldType;
  /** Of the row `r` and of whatever else is in the source. */
  readonly sql: string;
  /** `Case.amount`: the field of the graph that says the same, whose class of data and description it has. */
  readonly coordinate: string;
  /** Where the field of the graph says something else of it. */
  readonly description?: string;
}

/** What can be taken as a whole: the rows of a register, or its statistics by everything that they are counted by. */
export interface DatasetDefinition {
  /** A value of the graph's `Dataset`. */
  readonly name: string;
  readonly description: string;
  /** `Query.cases`: the field of the graph that leads to the same rows, whose class of data the whole has. */
  readonly coordinate: string;
  /** What follows `from`, its row under the name `r`, with a `territory`. Row level security decides which rows there are. */
  readonly source: string;
  /** Which rows of the source; without: all that there are. */
  readonly only?: string;
  /** Where rows are sums: what they are grouped by. */
  readonly groupBy?: string;
  /** Fields whose values tell a row from all others. */
  readonly key: readonly string[];
  /** In SQL, an order that never changes, best that of an index with the territory in front. */
  readonly orderBy: string;
  readonly fields: readonly DatasetField[];
  /** In SQL: the number of the row's office, and the day of its subject's last event; null: rows have none. */
  readonly office: string;
  readonly lastEventOn: string | null;
  /** The subjects whose events change its rows, and the column that names them; null: its rows are sums. */
  readonly subject: { readonly type: string; readonly id: string } | null;
  /** Columns that name other subjects of the dataset where the reader may see those: whether he does changes the row. */
  readonly names?: readonly string[];
}

/** The field that names the subject of a row; null where rows are sums. Throws for a dataset that does not tell. */
export function subjectField({ name, subject, fields }: DatasetDefinition): string | null {
  if (subject === null) return null;
  const found = fields.find(({ sql }) => sql === subject.id);
  if (found) return found.name;
  throw new Error(`the dataset ${name} has no field for the subject of its rows, ${subject.id}`);
}

type FieldInShort = DatasetFieldType | (Partial<DatasetField> & Pick<DatasetField, 'type'>);

/** Fields of a type of the graph that are columns of the row `r` of the same name, unless told otherwise. */
export function datasetFields(type: string, fields: Readonly<Record<string, FieldInShort>>): DatasetField[] {
  return Object.entries(fields).map(([name, short]) => ({
    name,
    sql: `r.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    coordinate: `${type}.${name}`,
    ...(typeof short === 'string' ? { type: short } : short),
  }));
}
