import { isIsoDate } from '@thads/shared';
import { type Column, allowedIn } from './columns';
import { type RowFault, fieldFault } from './fault';

const BETWEEN_VALUES = ';';

type Reading = { readonly value: unknown } | { readonly fault: RowFault };

/** What the text of a cell says. Nothing is guessed: what is not exactly of the column's form is refused with the form. */
export function readCell(column: Column, text: string): Reading {
  if (!column.isList) return readOne(column, text);
  const values: unknown[] = [];
  for (const part of text.split(BETWEEN_VALUES)) {
    const reading = readOne(column, part);
    if ('fault' in reading) return reading;
    values.push(reading.value);
  }
  return { value: values };
}

function readOne(column: Column, text: string): Reading {
  switch (column.kind) {
    case 'whole number':
    case 'money':
      return wholeNumber(column, text);
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text)
        ? { value: Number(text) }
        : malformed(column, `${shown(text)} is not a number`);
    case 'boolean':
      // Spreadsheets write them in capitals.
      return /^(true|false)$/i.test(text)
        ? { value: text.toLowerCase() === 'true' }
        : malformed(column, `${shown(text)} is neither true nor false`);
    case 'date':
      return isIsoDate(text) ? { value: text } : malformed(column, `${shown(text)} is not a day`);
    case 'code':
      return column.codes.includes(text)
        ? { value: text }
        : malformed(column, `${shown(text)} is not one of the codes of ${column.name}`);
    default:
      return { value: text };
  }
}

function wholeNumber(column: Column, text: string): Reading {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(value)) return { value };
  const isGrouped = /^-?\d{1,3}([.,\s]\d{3})+$/.test(text);
  const what = column.kind === 'money' ? 'an amount in whole dong' : 'a whole number';
  return malformed(
    column,
    `${shown(text)} is not ${what}${isGrouped ? ': separators between thousands could be read as decimals' : ''}`,
  );
}

function malformed(column: Column, what: string): Reading {
  return { fault: fieldFault(column.name, 'FIELD_MALFORMED', `${what}.`, allowedIn(column)) };
}

function shown(text: string): string {
  return JSON.stringify(text);
}
