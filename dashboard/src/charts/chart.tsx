import { type ReactNode, Suspense, lazy } from 'react';
import type { DrawingProps } from './drawing';
import './chart.css';

/** ECharts is most of the page's weight: it comes after the figures. */
const Drawing = lazy(() => import('./drawing'));

export function Chart(props: DrawingProps): ReactNode {
  return (
    <Suspense fallback={<div className="chart" />}>
      <Drawing {...props} />
    </Suspense>
  );
}
