import { OperatorError } from '@thads/shared';

const WHAT_TO_DO: Readonly<Record<string, string>> = {
  '53100': 'The disk of the database is full. Make room and start the load again: it goes on where it stopped.',
  '57014':
    'A statement of the load was cancelled, by statement_timeout or by an administrator. Raise the timeout for the roles thads_* and start the load again: it goes on where it stopped.',
  '23505':
    'Somebody else wrote the same event or subject while the load ran. Start the load again: it goes on where it stopped.',
};

/** A failure of a load that an operator can mend, as one line; anything else as it is. Nothing is half there either way. */
export function loadFailure(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  const advice = typeof code === 'string' ? WHAT_TO_DO[code] : undefined;
  return advice === undefined ? error : new OperatorError(`${advice} (SQLSTATE ${String(code)})`);
}
