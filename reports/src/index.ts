/** The figures of the published reports, how the graph is asked for them, and how the two are compared. Runs in Node and in browsers. */
export { type Ask, RECONCILE, type Statistics, numberIn, variablesOf } from './answers';
export { type PublishedFigure, REPORTS, contradictions, publishedFigures } from './figures';
export { type Judged, type Verdict, judge } from './verdict';
export { type Reconciled, reconcile } from './reconcile';
