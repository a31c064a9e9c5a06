import { OperatorError } from '@thads/shared';

/** Where in a file something is; lines from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  /** Name of a column, or where it has none what it is called by people. */
  readonly column?: string;
}

/** A file that cannot be imported at all: nothing of it is sent. */
export class FileFault extends OperatorError {
  constructor({ file, line, column }: Place, what: string, right: string) {
    const place = [file, line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', ');
    super(`${place}: ${what} Right would be: ${right}.`);
  }
}

/** Why a row was refused, by the file's own check or by the graph. */
export interface RowFault {
  /** Null where it is not one column. */
  readonly column: string | null;
  readonly rule: string;
  readonly reason: string;
  readonly allowed: string | null;
}

export function fieldFault(column: string | null, rule: string, reason: string, allowed: string | null): RowFault {
  return { column, rule, reason, allowed };
}
