import type { Storage } from '@graphiql/toolkit';

/** Keys whose whole value is request headers, or the switch that would store them. */
const REFUSED_KEYS: ReadonlySet<string> = new Set(['graphiql:headers', 'graphiql:shouldPersistHeaders']);
const TABS_KEY = 'graphiql:tabState';
const SECRET_FIELD = /headers|authorization/i;

/**
 * A storage in which request headers, and so bearer tokens, are neither written nor found.
 * `shouldPersistHeaders={false}` alone is not enough: the history plugin still stores each run's headers.
 */
export function withoutHeaders(storage: Storage): Storage {
  return {
    get length() {
      return storage.length;
    },
    getItem: (key) => (REFUSED_KEYS.has(key) ? null : storage.getItem(key)),
    setItem(key, value) {
      if (!REFUSED_KEYS.has(key)) storage.setItem(key, stripHeaders(key, value));
    },
    removeItem: (key) => storage.removeItem(key),
    clear: () => storage.clear(),
  };
}

function stripHeaders(key: string, value: string): string {
  if (!SECRET_FIELD.test(value)) return value;
  // A stored tab is only recognised with its `headers` field; the history tells "none" by its absence.
  const nothing = key === TABS_KEY ? null : undefined;
  try {
    return JSON.stringify(JSON.parse(value, (field, content) => (SECRET_FIELD.test(field) ? nothing : content)));
  } catch {
    // Not JSON: the text of a query, which has no place for headers.
    return value;
  }
}
