import { jsonBody, RequestRefused } from '@thads/shared';
import type { Request, RequestHandler } from 'express';
import { Kind, Lexer, OperationTypeNode, Source, TokenKind, parse } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { requestFields } from '../doors/request-fields';
import type { Limits } from './limits';

type Sizes = Pick<Limits, 'queryBytes' | 'submissionBytes' | 'tokens'>;

/** Deeper than any input of the schema; what is far deeper overflows the stack of whoever walks through it. */
const MOST_NESTING = 100;

const bytesRead = new WeakMap<IncomingMessage, number>();

/** Reads a JSON body, as large as any of the caller's may be: who shows no token cannot send events. */
export function readsBody(
  { queryBytes, submissionBytes }: Sizes,
  maySend: (request: Request) => boolean,
): RequestHandler {
  const reader = (limit: number): RequestHandler =>
    jsonBody(limit, (request, bytes) => void bytesRead.set(request, bytes));
  const readQuery = reader(queryBytes);
  const readSubmission = reader(submissionBytes);
  return (request, response, next) => (maySend(request) ? readSubmission : readQuery)(request, response, next);
}

/** Refuses operations that are too long to be looked at, and large requests that send no events. */
export function boundsRequests({ queryBytes, tokens }: Sizes): RequestHandler {
  return (request, _response, next) => {
    const fields = requestFields(request);
    const query = typeof fields?.query === 'string' ? fields.query : '';
    // A token has a character or more: what is short need not be counted.
    if (query.length > tokens && hasMoreTokens(query, tokens)) {
      return next(
        new RequestRefused(400, 'TOO_COSTLY', `The document has more than ${tokens} tokens; ${tokens} are allowed.`),
      );
    }
    if (nestsDeeper(fields, MOST_NESTING)) {
      return next(
        new RequestRefused(
          400,
          'BAD_USER_INPUT',
          `The request nests values more than ${MOST_NESTING} deep; no variable of the graph does.`,
        ),
      );
    }
    const bytes = bytesRead.get(request) ?? 0;
    if (bytes > queryBytes && !sendsEvents(query)) {
      return next(
        new RequestRefused(
          413,
          'TOO_COSTLY',
          `The request has ${bytes} bytes; ${queryBytes} are allowed for one that sends no events.`,
        ),
      );
    }
    next();
  };
}

function nestsDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => nestsDeeper(inner, most - 1));
}

function hasMoreTokens(text: string, tokens: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; count <= tokens; count += 1) {
      if (lexer.advance().kind === TokenKind.EOF) return false;
    }
    return true;
  } catch {
    // No GraphQL beyond this point: the parser comes no further either, and says why.
    return false;
  }
}

/** A mutation, or a preview of one: `previewCaseEvents(events: …)`. */
function sendsEvents(query: string): boolean {
  try {
    return parse(query, { noLocation: true }).definitions.some(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        (definition.operation === OperationTypeNode.MUTATION ||
          definition.selectionSet.selections.some(
            (field) => field.kind === Kind.FIELD && field.arguments?.some(({ name }) => name.value === 'events'),
          )),
    );
  } catch {
    return false;
  }
}
