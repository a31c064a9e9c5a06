import { FOR_A_PURPOSE } from '../harness/graph-client';
import type { Graph } from '../harness/graph';
import { expectNothingInside } from '../harness/nothing-inside';

export interface Told {
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly path?: readonly unknown[] }[];
}

/** An answer that may refuse whatever it likes, but be no fault of the graph's. */
export async function ask(
  { url, headers }: Pick<Graph, 'url' | 'headers'>,
  query: string,
  variables: object = {},
): Promise<Told> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers, ...FOR_A_PURPOSE },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = JSON.parse(await response.text());
  expectNothingInside(errors, variables);
  const faults = errors.filter(({ extensions }: any) => extensions.code !== 'BAD_USER_INPUT');
  expect({ isServersFault: response.status >= 500, faults, query: faults.length > 0 && query }).toEqual({
    isServersFault: false,
    faults: [],
    query: false,
  });
  return { data, errors };
}
