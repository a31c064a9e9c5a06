import express from 'express';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

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
