import {
  type EntityReference,
  type LineDefinition,
  PeriodInput,
  type PeriodTotals,
  type ReportingPeriod,
  evaluate,
  readPeriod,
  resolvePeriod,
  samePeriodLastYear,
  scopeOf,
} from '@thads/shared';
import { Arg, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { InspectionsContext } from '../context';
import { NationReference, OfficeReference, ProvinceReference } from '../references';
import { bodyLines, outsideLines } from './inspection.lines';
import { SupervisingBody, SupervisionStatistics } from './supervision-statistics.type';

function countsOf<K extends string>(
  lines: Readonly<Record<K, LineDefinition>>,
  totals: PeriodTotals,
): Record<K, number> {
  const names = Object.keys(lines) as K[];
  return Object.fromEntries(names.map((name) => [name, evaluate(lines[name], totals).cases])) as Record<K, number>;
}

/** All of form 10 from what `readPeriod` gives. */
export function supervisionFigures(totals: PeriodTotals) {
  const byBody = Object.values(SupervisingBody).map((body) => ({ body, ...countsOf(bodyLines[body], totals) }));
  const sum = (of: (figures: (typeof byBody)[number]) => number): number =>
    byBody.reduce((total, figures) => total + of(figures), 0);
  return {
    byBody,
    sessions: sum(({ sessions }) => sessions),
    units: sum(({ units }) => units),
    conclusions: sum(({ conclusions }) => conclusions),
    findings: sum(({ findings }) => findings),
    recommendations: sum(({ recommendations }) => recommendations),
    followedUp: sum(({ followedUp }) => followedUp),
    ...countsOf(outsideLines, totals),
  };
}

async function statisticsOf(
  root: EntityReference,
  period: ReportingPeriod,
  context: InspectionsContext,
): Promise<SupervisionStatistics> {
  const totals = await readPeriod(context.totals, period, scopeOf(root), {});
  return { scopeId: root.id, period, ...supervisionFigures(totals) };
}

/** The field that `Nation`, `Province` and `Office` have alike. */
function scopeResolver(reference: ClassType<EntityReference>): Function {
  @Resolver(() => reference)
  class ScopeSupervisionStatistics {
    @FieldResolver(() => SupervisionStatistics, {
      nullable: true,
      description:
        'Supervision by assemblies and procuracies, protests, and inspections over a period: form 10 (giám sát, kiểm sát, kiểm tra).',
    })
    supervisionStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Ctx() context: InspectionsContext,
    ): Promise<SupervisionStatistics> {
      return statisticsOf(root, resolvePeriod(period), context);
    }
  }
  return ScopeSupervisionStatistics;
}

export const scopeSupervisionStatisticsResolvers = [NationReference, ProvinceReference, OfficeReference].map(
  scopeResolver,
);

@Resolver(() => SupervisionStatistics)
export class SupervisionStatisticsResolver {
  @FieldResolver(() => SupervisionStatistics, { description: 'The same period one year earlier (cùng kỳ năm trước).' })
  samePeriodLastYear(
    @Root() { scopeId, period }: SupervisionStatistics,
    @Ctx() context: InspectionsContext,
  ): Promise<SupervisionStatistics> {
    return statisticsOf({ id: scopeId }, samePeriodLastYear(period), context);
  }
}
