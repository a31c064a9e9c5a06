import { type PublishedFigure, contradictions, printedStep } from './figures';

/** `WITHHELD`: the graph gives none to whoever asked. */
export type Verdict = 'REPRODUCED' | 'CONTRADICTS_ITSELF' | 'DIFFERS' | 'WITHHELD';

export interface Judged {
  readonly figure: PublishedFigure;
  readonly graph: number | null;
  readonly verdict: Verdict;
  /** Why a figure is expected to contradict its report; null otherwise. */
  readonly reason: string | null;
}

/** Rounding errors of binary fractions; far below every printed digit. */
const EPSILON = 1e-7;

export function judge(figure: PublishedFigure, graph: number | null): Judged {
  const contradiction = contradictions[figure.id];
  if (graph === null) return { figure, graph, verdict: 'WITHHELD', reason: null };
  if (contradiction) {
    const asConsistent = Math.abs(graph - contradiction.consistent) <= contradiction.tolerance + EPSILON;
    const verdict = asConsistent && !isReproduced(figure, graph) ? 'CONTRADICTS_ITSELF' : 'DIFFERS';
    return { figure, graph, verdict, reason: contradiction.reason };
  }
  return { figure, graph, verdict: isReproduced(figure, graph) ? 'REPRODUCED' : 'DIFFERS', reason: null };
}

/** Whether a value, printed the way the report prints it, is what the report printed. */
function isReproduced(figure: PublishedFigure, graph: number): boolean {
  const { value, precision, qualifier } = figure;
  const step = printedStep(figure);
  if (precision === 'more_than') return graph >= value - EPSILON && graph < value + step;
  if (qualifier === 'nearly') return graph <= value + EPSILON && graph > value - step;
  return Math.abs(graph - value) <= step / 2 + EPSILON * Math.max(1, step);
}
