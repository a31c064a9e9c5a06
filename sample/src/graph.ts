import { GraphQLClient } from 'graphql-request';

/**
 * The graph of a gateway, asked as the bearer of a token; without one, as the public. With `partial` an answer of which
 * some is refused is an answer, and not an error.
 */
export function graphAt(url: string, token: string | undefined, { partial = false } = {}): GraphQLClient {
  return new GraphQLClient(`${url}/graphql`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
    errorPolicy: partial ? 'all' : 'none',
  });
}
