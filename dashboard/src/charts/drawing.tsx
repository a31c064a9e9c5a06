import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { init } from './echarts';

export interface DrawingProps {
  readonly label: string;
  readonly option: EChartsCoreOption;
}

/** ECharts in an element of the page; as wide as the page lets it. */
export default function Drawing({ label, option }: DrawingProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = init(element.current!, null, { renderer: 'svg' });
    // Texts are measured by it; inherited it cannot be.
    chart.setOption({ textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...option });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element.current!);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={element} className="chart" role="img" aria-label={label} />;
}
