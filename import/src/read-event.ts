import { type RegisterEvent, messageOf } from '@thads/shared';
import { type GraphQLError, coerceInputValue } from 'graphql';
import { readCell } from './cell';
import { type Column, type EventForm, allowedIn } from './columns';
import { derivedEventId } from './event-id';
import { type RowFault, fieldFault } from './fault';
import type { FileRow } from './files/file-row';

/** An event of a file, ready to be sent. */
export interface ReadEvent {
  readonly event: RegisterEvent;
  /** Whether its id comes from its content: two of the same content are then the same event. */
  readonly isIdDerived: boolean;
}

export type Reading = ReadEvent | { readonly fault: RowFault };

/** The event that a row of a file stands for, with every value of the form that the schema wants, or what is wrong. */
export function readEvent(form: EventForm, { fields, isTyped }: FileRow): Reading {
  const values: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(fields)) {
    const column = form.columns.get(name);
    if (!column) return { fault: unknownField(form, name) };
    if (given === null || given === undefined || given === '') continue;
    const fault = textFault(name, given);
    if (fault) return { fault };
    if (isTyped) values[name] = given;
    else {
      const reading = readCell(column, given as string);
      if ('fault' in reading) return reading;
      values[name] = reading.value;
    }
  }
  const missing = [...form.columns.values()].find(({ name, isRequired }) => isRequired && values[name] === undefined);
  if (missing) {
    return { fault: fieldFault(missing.name, 'FIELD_MISSING', `${missing.name} is empty.`, allowedIn(missing)) };
  }
  const isIdDerived = values['id'] === undefined;
  let fault: RowFault | undefined;
  const event = coerceInputValue({ ...values, id: values['id'] ?? '' }, form.input, (at, value, error) => {
    fault ??= malformedField(form.columns.get(String(at[0])), at, value, error);
  }) as RegisterEvent;
  if (fault) return { fault };
  return { event: isIdDerived ? { ...event, id: derivedEventId(form.register, event) } : event, isIdDerived };
}

function unknownField({ columns }: EventForm, name: string): RowFault {
  return fieldFault(name, 'FIELD_UNKNOWN', `There is no field ${name}.`, [...columns.keys()].join(', '));
}

function malformedField(
  column: Column | undefined,
  at: readonly (string | number)[],
  value: unknown,
  error: GraphQLError,
): RowFault {
  const isInside = at.length > 1 && column?.kind === 'object';
  const reason = isInside ? messageOf(error) : `${JSON.stringify(value)} is not allowed: ${messageOf(error)}`;
  return fieldFault(at.join('.'), 'FIELD_MALFORMED', reason, column && !isInside ? allowedIn(column) : null);
}

/** Half of a character is nothing that can be sent and kept as it is. */
function textFault(name: string, given: unknown): RowFault | null {
  return typeof given === 'string' && /\p{Surrogate}/u.test(given)
    ? fieldFault(name, 'TEXT_NOT_ALLOWED', `${name} contains half of a character.`, 'whole characters')
    : null;
}
