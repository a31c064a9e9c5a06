import { GraphQLClient } from 'graphql-request';

/** The graph of a gateway, asked as the bearer of a token; without one, as the public. */
export function graphAt(url: string, token: string | undefined): GraphQLClient {
  return new GraphQLClient(`${url}/graphql`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
}
