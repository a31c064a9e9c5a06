import type { GraphQLClient } from 'graphql-request';
import { askFor, graphFigure } from './answers';
import { publishedFigures } from './figures';
import { type Judged, judge } from './verdict';

/** Every published figure beside the graph's. */
export async function reconcile(client: GraphQLClient): Promise<Judged[]> {
  const answers = await askFor(client, publishedFigures);
  return publishedFigures.map((figure) => judge(figure, graphFigure(figure, answers.get(figure)!)));
}
