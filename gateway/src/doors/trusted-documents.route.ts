import { RequestRefused } from '@thads/shared';
import type { Request, RequestHandler } from 'express';
import type { Doors } from './doors';
import { requestFields } from './request-fields';
import { hashOf } from './trusted-documents';

/** Longer than any hash; what is beyond is not repeated in an error. */
const LONGEST_NAMED = 100;

/**
 * Puts the text of a trusted document in place of its hash, so that nothing after it has to know of hashes. Where
 * nothing else is allowed it refuses everything else, before any text of a caller's is read as GraphQL.
 */
export function takesTrustedDocuments(
  { trustedDocuments }: Pick<Doors, 'trustedDocuments'>,
  documents: ReadonlyMap<string, string>,
): RequestHandler {
  const isNeeded = trustedDocuments === 'only';
  return (request, _response, next) => {
    const fields = requestFields(request);
    if (!fields) return next();
    const hash = requestedHash(fields);
    if (hash === null) {
      if (isNeeded && 'query' in fields) return next(refused('This graph runs trusted documents only'));
      return next();
    }
    const { query } = fields;
    const trusted = documents.get(hash);
    const text = trusted ?? (isNeeded ? undefined : query);
    if (typeof text !== 'string') return next(refused(`There is no trusted document ${JSON.stringify(hash)}`));
    if (query !== undefined && query !== null && (query !== text || hashOf(text) !== hash)) {
      return next(refused(`The text beside the hash ${JSON.stringify(hash)} has another hash`));
    }
    replace(request, fields, text);
    next();
  };
}

function refused(reason: string): RequestRefused {
  return new RequestRefused(
    400,
    'BAD_USER_INPUT',
    `${reason}; send the SHA-256 of one, in hexadecimal digits, as "documentId" or as "extensions.persistedQuery.sha256Hash".`,
  );
}

/** Null where none is named. What is no text stands for a document that there is not. */
function requestedHash({ documentId, extensions }: Readonly<Record<string, unknown>>): string | null {
  if (documentId !== undefined && documentId !== null) return textOf(documentId);
  const { persistedQuery } = recordOf(extensions);
  return persistedQuery === undefined || persistedQuery === null ? null : textOf(recordOf(persistedQuery).sha256Hash);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_NAMED) : '';
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  if (typeof value !== 'string') return {};
  try {
    return recordOf(JSON.parse(value));
  } catch {
    return {};
  }
}

/** Only what an operation needs beside its text: whatever else was sent was meant for finding the text. */
function replace(
  request: Request,
  { variables, operationName }: Readonly<Record<string, unknown>>,
  query: string,
): void {
  const fields = Object.entries({ query, variables, operationName }).filter(([, value]) => value !== undefined);
  if (request.method === 'GET') {
    const url = `${request.baseUrl}/?${new URLSearchParams(fields as [string, string][])}`;
    request.originalUrl = url;
    request.url = url.slice(request.baseUrl.length);
  } else request.body = Object.fromEntries(fields);
}
