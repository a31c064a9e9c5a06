import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { ErrorCode } from '../errors';
import type { Logger } from '../logging/logger';
import { RequestRefused } from './request-refused';

export const REQUEST_ID_HEADER = 'x-request-id';

/** By what Express' body reader calls its errors. */
const UNREADABLE: Readonly<Record<string, (limit: number) => [ErrorCode, string]>> = {
  'entity.too.large': (limit) => [
    'TOO_COSTLY',
    `The request has more than ${limit} bytes; ${limit} are allowed. Send fewer events at once; without a token none can be sent.`,
  ],
  'entity.parse.failed': () => [
    'BAD_USER_INPUT',
    'The request body is not JSON; send {"query": "…", "variables": {…}} as application/json.',
  ],
  'encoding.unsupported': () => [
    'BAD_USER_INPUT',
    'The content-encoding is not known; send gzip, deflate, br or none.',
  ],
  'charset.invalid': () => ['BAD_USER_INPUT', 'The request body is not UTF-8 throughout; send JSON in UTF-8.'],
  'charset.unsupported': () => ['BAD_USER_INPUT', 'The request body is not in UTF-8; send application/json in UTF-8.'],
};

export const servesNothingElse: RequestHandler = (_request, response) => {
  answer(response, 404, 'NOT_FOUND', 'Nothing is served at this address; the graph is at /graphql.');
};

/** Whatever goes wrong outside an operation, in the form of every other error. */
export function presentsFailures(logger: Logger): ErrorRequestHandler {
  return (error: { status?: number; type?: string; limit?: number }, _request, response, next) => {
    if (response.headersSent) return void next(error);
    if (error instanceof RequestRefused) {
      response.set(error.headers);
      return answer(response, error.status, error.code, error.message);
    }
    const { status = 500, type = '', limit = 0 } = error;
    if (status >= 500) {
      logger.error({ err: error }, 'unexpected error');
      return answer(response, 500, 'INTERNAL', 'Internal error; give the request id to the operator.');
    }
    const [code, message] = UNREADABLE[type]?.(limit) ?? ['BAD_USER_INPUT', 'The request cannot be read.'];
    answer(response, status, code, message);
  };
}

function answer(response: Response, status: number, code: ErrorCode, message: string): void {
  const requestId = response.getHeader(REQUEST_ID_HEADER);
  response.set('cache-control', 'no-store');
  response.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
}
