import type { Request } from 'express';
import { readQuestion } from './question';

const post = (body: unknown, headers: Record<string, string> = {}): string | null =>
  readQuestion({ method: 'POST', headers, body } as unknown as Request)?.key ?? null;
const get = (search: string, headers: Record<string, string> = { 'apollo-require-preflight': '1' }): string | null =>
  readQuestion({ method: 'GET', headers, originalUrl: `/graphql${search}` } as unknown as Request)?.key ?? null;

describe('a question', () => {
  it('is the same by POST and by GET', () => {
    const key = post({ query: '{ a }', operationName: 'A', variables: { b: [1] } });
    expect(key).not.toBeNull();
    expect(get('?query={ a }&operationName=A&variables={"b":[1]}')).toBe(key);
    expect(post({ query: '{ a }', operationName: null, variables: null })).toBe(post({ query: '{ a }' }));
  });

  it('is another one with another text, operation, variables, extensions or accepted format', () => {
    const keys = [
      post({ query: '{ a }' }),
      post({ query: '{ b }' }),
      post({ query: '{ a }', operationName: 'A' }),
      post({ query: '{ a }', variables: { b: 1 } }),
      post({ query: '{ a }', variables: { b: '1' } }),
      post({ query: '{ a }', extensions: { b: 1 } }),
      post({ query: '{ a }' }, { accept: 'application/graphql-response+json' }),
    ];
    expect(keys).not.toContain(null);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['a body that was not parsed', () => post(undefined)],
    ['a batch', () => post([{ query: '{ a }' }])],
    ['no text', () => post({ variables: {} })],
    ['a text that is no text', () => post({ query: { kind: 'Document' } })],
    ['an unknown field', () => post({ query: '{ a }', id: 'x' })],
    ['variables as text', () => post({ query: '{ a }', variables: '{}' })],
    ['a list of variables', () => post({ query: '{ a }', variables: [] })],
    ['a persisted query', () => post({ query: '{ a }', extensions: { persistedQuery: { version: 1 } } })],
    [
      'a header that asks for more than data',
      () => post({ query: '{ a }' }, { 'apollo-query-plan-experimental': '1' }),
    ],
    ['another method', () => readQuestion({ method: 'PUT', headers: {}, body: { query: '{ a }' } } as Request)],
    ['a GET that a page can send unasked', () => get('?query={ a }', {})],
    ['a GET with a form’s content type', () => get('?query={ a }', { 'content-type': 'text/plain' })],
    ['a parameter given twice', () => get('?query={ a }&query={ b }')],
    ['variables that are not JSON', () => get('?query={ a }&variables=x')],
    ['variables that are null in a GET', () => get('?query={ a }&variables=null')],
  ])('in an unusual form is left to Apollo Server: %s', (_what, ask) => {
    expect(ask()).toBeNull();
  });
});
