import { type Ask, askFor, graphFigure } from './answers';
import { publishedFigures } from './figures';
import { type Judged, judge } from './verdict';

/** Every published figure beside the graph's. */
export async function reconcile(ask: Ask): Promise<Judged[]> {
  const answers = await askFor(ask, publishedFigures);
  return publishedFigures.map((figure) => judge(figure, graphFigure(figure, answers.get(figure)!)));
}
