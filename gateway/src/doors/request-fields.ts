import type { Request } from 'express';

/** What a request asks by POST or by GET, not looked at yet. Null: nothing that can be read. */
export function requestFields({ method, body, originalUrl }: Request): Readonly<Record<string, unknown>> | null {
  if (method === 'GET') return Object.fromEntries(new URLSearchParams(searchOf(originalUrl)));
  return isRecord(body) ? body : null;
}

function searchOf(url: string): string {
  const begin = url.indexOf('?');
  return begin < 0 ? '' : url.slice(begin);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
