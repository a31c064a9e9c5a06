import { type Judged, type PublishedFigure, REPORTS } from '@thads/reports';

const HEADINGS = ['figure', 'indicator', 'published', 'precision', 'the graph', 'difference', 'verdict'] as const;
const RIGHT_ALIGNED: ReadonlySet<number> = new Set([2, 4, 5]);

/** The judged figures as one table a report, for people. */
export function printTables(judged: readonly Judged[]): string {
  return Object.entries(REPORTS)
    .map(([report, { title }]) => {
      const ofReport = judged.filter(({ figure }) => figure.report === report);
      const notes = ofReport.filter(({ reason }) => reason).map(({ figure, reason }) => `  ${figure.id}: ${reason}`);
      return [`Report ${report}: ${title}`, ...table(ofReport.map(rowOf)), ...notes, ''].join('\n');
    })
    .join('\n');
}

function rowOf({ figure, graph, verdict }: Judged): string[] {
  return [
    figure.id,
    figure.overlay ? `${figure.indicator} (${figure.overlay})` : figure.indicator,
    format(figure.value, figure),
    figure.qualifier ?? figure.precision.replace('_', ' '),
    graph === null ? 'none' : format(graph, figure),
    graph === null ? '' : format(graph - figure.value, figure),
    verdict.toLowerCase().replaceAll('_', ' '),
  ];
}

/** Money in billions with three decimals, rates with two, counts whole. */
function format(value: number, { unit }: PublishedFigure): string {
  const decimals = unit === 'VND' ? 3 : unit.startsWith('percent') ? 2 : 0;
  const number = (unit === 'VND' ? value / 1e9 : value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${number === `-${(0).toFixed(decimals)}` ? number.slice(1) : number}${suffixOf(unit)}`;
}

function suffixOf(unit: string): string {
  if (unit === 'VND') return ' bn';
  if (unit === 'percent') return ' %';
  return unit === 'percentage_points' ? ' pts' : '';
}

function table(rows: readonly string[][]): string[] {
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        RIGHT_ALIGNED.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  return [line(HEADINGS), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)];
}
