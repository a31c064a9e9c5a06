import { withoutHeaders } from '../../playground/src/private-storage';

function memory() {
  const values = new Map<string, string>();
  return {
    values,
    get length() {
      return values.size;
    },
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
  };
}

describe('the storage of the playground', () => {
  const HEADERS = '{"Authorization":"Bearer secret"}';

  it.each([
    ['graphiql:queries', { queries: [{ query: '{ a }', headers: HEADERS }] }, { queries: [{ query: '{ a }' }] }],
    ['graphiql:favorites', { favorites: [{ label: 'x', headers: HEADERS }] }, { favorites: [{ label: 'x' }] }],
    ['graphiql:tabState', { tabs: [{ id: '1', headers: HEADERS }] }, { tabs: [{ id: '1', headers: null }] }],
    ['graphiql:other', { requestHeaders: HEADERS, authorization: 'Bearer secret', a: 1 }, { a: 1 }],
  ])('%s is kept without its headers', (key, given, kept) => {
    const below = memory();
    withoutHeaders(below).setItem(key, JSON.stringify(given));
    expect(JSON.parse(below.values.get(key) ?? '')).toEqual(kept);
  });

  it('the headers themselves are neither written nor found, nor is the switch that would store them', () => {
    const below = memory();
    const storage = withoutHeaders(below);
    for (const key of ['graphiql:headers', 'graphiql:shouldPersistHeaders']) {
      storage.setItem(key, HEADERS);
      expect(below.values.has(key)).toBe(false);
      below.setItem(key, HEADERS);
      expect(storage.getItem(key)).toBeNull();
    }
  });

  it('a text that is not JSON is kept as it is, also when it speaks of headers', () => {
    const below = memory();
    const query = 'query { note(text: "headers") }';
    withoutHeaders(below).setItem('graphiql:query', query);
    expect(below.values.get('graphiql:query')).toBe(query);
  });
});
