import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../logging/logger';
import { presentError } from './error-format';

interface Logged {
  readonly entries: unknown[];
  readonly logger: Logger;
}

function recorder(): Logged {
  const entries: unknown[] = [];
  return { entries, logger: { error: (entry: unknown) => void entries.push(entry) } as unknown as Logger };
}

const SECRETS = ['select', 'enforcement_case', '10.0.0.7', 'stacktrace', 'at Object', 'password'];
const leaky: GraphQLFormattedError = {
  message: 'select * from cases.enforcement_case failed on 10.0.0.7:5432: password',
  path: ['nation', 'caseStatistics'],
  extensions: {
    code: 'INTERNAL_SERVER_ERROR',
    stacktrace: ['at Object.<anonymous> (/srv/app.ts:1:1)'],
    query: 'select 1',
    host: '10.0.0.7',
  },
};

describe('an error that leaves the house', () => {
  test.each([
    ['a bug', leaky],
    ['an error without a code', { message: leaky.message }],
    ['an error with a code of PostgreSQL', { ...leaky, extensions: { ...leaky.extensions, code: '42P01' } }],
    ['an error that calls itself INTERNAL', { ...leaky, extensions: { ...leaky.extensions, code: 'INTERNAL' } }],
  ])('says of %s nothing but INTERNAL', (_name, formatted) => {
    const presented = presentError(formatted, new Error('original'), recorder().logger);
    expect(presented).toMatchObject({
      message: 'Internal error; give the request id to the operator.',
      extensions: { code: 'INTERNAL' },
    });
    const printed = JSON.stringify(presented);
    for (const secret of SECRETS) expect(printed).not.toContain(secret);
  });

  test.each(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'TOO_COSTLY', 'SUBGRAPH_UNAVAILABLE'])(
    'keeps the message of a refusal, %s, and drops whatever else it carries',
    (code) => {
      const { logger, entries } = recorder();
      const extensions = { ...leaky.extensions, code, subgraph: 'cases' };
      expect(presentError({ message: 'first: 0 is out of range', extensions }, null, logger)).toMatchObject({
        message: 'first: 0 is out of range',
        extensions: { code, subgraph: 'cases' },
      });
      const printed = JSON.stringify(presentError({ message: 'm', extensions }, null, logger));
      for (const secret of SECRETS) expect(printed).not.toContain(secret);
      expect(entries).toEqual([]);
    },
  );

  test.each(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE'])(
    'calls %s a fault of the sender',
    (code) => {
      const { logger, entries } = recorder();
      const presented = presentError({ message: 'Cannot query field "x".', extensions: { code } }, null, logger);
      expect(presented).toMatchObject({ message: 'Cannot query field "x".', extensions: { code: 'BAD_USER_INPUT' } });
      expect(entries).toEqual([]);
    },
  );

  test('is logged with its cause when it was not meant for callers', () => {
    const { logger, entries } = recorder();
    const cause = new Error('original');
    presentError(leaky, cause, logger);
    expect(entries).toEqual([{ err: cause, path: leaky.path }]);
  });
});
