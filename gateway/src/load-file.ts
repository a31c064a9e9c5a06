import {
  type Refusal,
  type RegisterEvent,
  type SubgraphDefinition,
  buildFederatedSchema,
  createDataSource,
  createSubmitter,
} from '@thads/shared';
import {
  type GraphQLInputObjectType,
  type GraphQLSchema,
  coerceInputValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from 'graphql';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { loadFailure } from './load-failure';

/** A line that was not taken, as it is written beside the file. */
export interface RejectedLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Null where the fault is not in one field. */
  readonly field: string | null;
  readonly rule: string;
  readonly reason: string;
  readonly allowed: string | null;
  /** The line itself, to be mended and loaded again. */
  readonly text: string;
}

export interface FileReport {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Where the rejected lines are; null when there are none. */
  readonly rejectsFile: string | null;
}

/** One transaction each. */
const BATCH = 1_000;

interface Line {
  readonly number: number;
  readonly text: string;
}

type Fault = Pick<RejectedLine, 'field' | 'rule' | 'reason' | 'allowed'>;

/**
 * Loads events from a file, one a line as JSON, in the form of the register's event inputs, in the order of the file and
 * through the one way in. What is wrong is written beside the file with line, field and reason; the rest goes in. Loaded
 * again, what is there is a duplicate.
 *
 * Errors: `OperatorError` for a full disk or a cancelled statement; what was accepted before stays.
 */
export async function loadFile(
  definition: SubgraphDefinition<any>,
  databaseUrl: string,
  file: string,
): Promise<FileReport> {
  const { register, entities } = definition;
  const inputs = eventInputs((await buildFederatedSchema(definition)).schema);
  const rejectsFile = `${file}.rejects.ndjson`;
  await rm(rejectsFile, { force: true });
  const rejects = createWriteStream(rejectsFile, { flags: 'a' });
  const totals = { accepted: 0, duplicates: 0, rejected: 0 };
  const reject = async ({ number: line, text }: Line, fault: Fault): Promise<void> => {
    totals.rejected += 1;
    const rejected: RejectedLine = { file: path.basename(file), line, ...fault, text };
    if (!rejects.write(`${JSON.stringify(rejected)}\n`)) await once(rejects, 'drain');
  };

  const dataSource = await createDataSource({
    url: databaseUrl,
    schema: register.schema,
    entities,
    poolSize: 2,
  }).initialize();
  try {
    const submitter = createSubmitter(dataSource, register);
    const submit = async (batch: readonly { line: Line; event: RegisterEvent }[]): Promise<void> => {
      const outcomes = await submitter.submit(
        batch.map(({ event }) => event),
        'file import',
      );
      for (const [index, { status, refusal }] of outcomes.entries()) {
        if (refusal) await reject(batch[index]!.line, faultOf(refusal));
        else if (status === 'DUPLICATE') totals.duplicates += 1;
        else totals.accepted += 1;
      }
    };
    let batch: { line: Line; event: RegisterEvent }[] = [];
    for await (const line of linesOf(file)) {
      const read = readEvent(line.text, inputs);
      if ('fault' in read) {
        await reject(line, read.fault);
        continue;
      }
      batch.push({ line, event: read.event });
      if (batch.length === BATCH) {
        await submit(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await submit(batch);
  } catch (error) {
    throw loadFailure(error);
  } finally {
    await dataSource.destroy();
    await new Promise((resolve) => rejects.end(resolve));
  }
  if (totals.rejected === 0) await rm(rejectsFile, { force: true });
  return { ...totals, rejectsFile: totals.rejected === 0 ? null : rejectsFile };
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() !== '') yield { number, text };
  }
}

/** The inputs of the subgraph's mutations by the event types they take. */
function eventInputs(schema: GraphQLSchema): Map<string, GraphQLInputObjectType> {
  const inputs = new Map<string, GraphQLInputObjectType>();
  for (const { args } of Object.values(schema.getMutationType()!.getFields())) {
    const input = getNamedType(args.find(({ name }) => name === 'events')?.type);
    if (!isInputObjectType(input)) continue;
    const type = getNamedType(input.getFields()['type']!.type);
    if (isEnumType(type)) for (const { name } of type.getValues()) inputs.set(name, input);
  }
  return inputs;
}

function readEvent(
  text: string,
  inputs: ReadonlyMap<string, GraphQLInputObjectType>,
): { readonly event: RegisterEvent } | { readonly fault: Fault } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: fault(null, 'JSON_MALFORMED', (error as Error).message, 'one event a line, as a JSON object') };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return {
      fault: fault(null, 'EVENT_MALFORMED', 'The line is not a JSON object.', 'one event a line, as a JSON object'),
    };
  }
  const { type } = value as { type?: unknown };
  const input = inputs.get(String(type));
  if (!input) {
    const reason = type === undefined ? 'type is missing.' : `There is no event type ${JSON.stringify(type)} here.`;
    return { fault: fault('type', 'EVENT_TYPE_UNKNOWN', reason, [...inputs.keys()].join(', ')) };
  }
  let first: Fault | undefined;
  const event = coerceInputValue(value, input, (at, _value, error) => {
    first ??= fault(fieldAt(at, value, input), 'FIELD_MALFORMED', error.message, null);
  }) as RegisterEvent;
  return first ? { fault: first } : { event };
}

/** A field of the wrong form, one that is not known, or one that is missing: of the latter two only the whole is told. */
function fieldAt(at: readonly (string | number)[], value: object, input: GraphQLInputObjectType): string | null {
  if (at.length > 0) return at.join('.');
  const fields = input.getFields();
  const unknown = Object.keys(value).find((field) => !fields[field]);
  const missing = Object.values(fields).find(({ name, type }) => String(type).endsWith('!') && !(name in value));
  return missing?.name ?? unknown ?? null;
}

function faultOf({ field, rule, message, allowed }: Refusal): Fault {
  return fault(field ?? null, rule, message, allowed);
}

function fault(field: string | null, rule: string, reason: string, allowed: string | null): Fault {
  return { field, rule, reason, allowed };
}
