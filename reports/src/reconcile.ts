import { type Ask, type Statistics, askFor, graphFigure } from './answers';
import { publishedFigures } from './figures';
import { type Judged, judge } from './verdict';

/** A figure beside the graph's, with the statistics that it is one of. */
export interface Reconciled extends Judged {
  readonly statistics: Statistics | null;
}

/** Every published figure beside the graph's. */
export async function reconcile(ask: Ask): Promise<Reconciled[]> {
  const answers = await askFor(ask, publishedFigures);
  return publishedFigures.map((figure) => {
    const statistics = answers.get(figure) ?? null;
    return { ...judge(figure, graphFigure(figure, statistics)), statistics };
  });
}
