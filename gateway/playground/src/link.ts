/** An operation with its variables (JSON text, may be empty). Headers are left out on purpose: a link must not carry a token. */
export interface Operation {
  query: string;
  variables: string;
}

/** Reads `#query=…&variables=…`; null when the hash names no query. The hash never reaches the server or its logs. */
export function readLink(hash: string): Operation | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const query = parts.get('query');
  return query ? { query, variables: parts.get('variables') ?? '' } : null;
}

/** The hash that `readLink` reads back as the same operation. */
export function writeLink({ query, variables }: Operation): string {
  const parts = new URLSearchParams({ query });
  if (variables.trim()) parts.set('variables', variables);
  return `#${parts}`;
}
