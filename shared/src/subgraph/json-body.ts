import express from 'express';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '../errors';
import type { Logger } from '../logging/logger';

/**
 * Bodies as JSON in UTF-8 and nothing else. By itself Express puts U+FFFD for bytes that are no UTF-8, and a text that
 * nobody sent would be kept for good.
 */
export function jsonBody(
  limit: string | number,
  onRead: (request: IncomingMessage, bytes: number) => void = () => undefined,
): express.RequestHandler {
  return express.json({
    limit,
    verify: (request, _response, body, charset) => {
      onRead(request, body.length);
      if (charset !== 'utf-8' || !isUtf8(body)) throw new NotUtf8();
    },
  });
}

class NotUtf8 extends Error {
  readonly status = 400;
  readonly type = 'charset.invalid';
}

const NOT_UTF8 = 'The request body is not UTF-8 throughout; send JSON in UTF-8.';
const NOT_JSON =
  'The request body is not JSON; send {"query": "…", "variables": {…}} in UTF-8 with the content-type application/json.';

/** What cannot be read is answered in the form of every other error, named and without anything of the inside. */
export function unreadableBody(limit: string, logger: Logger, idHeader: string): express.ErrorRequestHandler {
  const messages: Readonly<Record<string, string>> = {
    'entity.too.large': `The request is larger than ${limit}; send fewer events or rows at once.`,
    'charset.invalid': NOT_UTF8,
    'charset.unsupported': NOT_UTF8,
    'encoding.unsupported':
      'The content-encoding is not known here; send the body as it is, or with gzip, deflate or br.',
  };
  return (error: { status?: number; type?: string }, _request, response, next) => {
    if (response.headersSent) return void next(error);
    const refuse = (status: number, code: ErrorCode, message: string): void => {
      const requestId = response.getHeader(idHeader);
      response.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
    };
    if (error.status !== undefined && error.status < 500) {
      return refuse(error.status, 'BAD_USER_INPUT', messages[error.type ?? ''] ?? NOT_JSON);
    }
    logger.error({ err: error }, 'unexpected error');
    refuse(500, 'INTERNAL', 'Internal error; give the request id to the operator.');
  };
}
