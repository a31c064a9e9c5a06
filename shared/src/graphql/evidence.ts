import { Arg, Args, Ctx, Directive, Field, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { IsoDate } from '../calendar/date';
import { resolvePeriod } from '../calendar/period';
import { badInput } from '../errors';
import { NATION_ID, findScope } from '../geography/geography';
import type { RegisterDefinition } from '../register/register';
import { type Contribution, evidencePage } from '../statistics/evidence';
import type { LineDefinition } from '../statistics/lines';
import { OVERLAY_BITS } from '../statistics/overlays';
import { NOBODY, officerOf } from '../statistics/officer-totals';
import type { LedgerFilter } from '../statistics/views';
import type { SubgraphContext } from '../subgraph/subgraph';
import { type Connection, PageArguments, connectionType } from './connection';
import { CaseOverlay } from './enums';
import { VndScalar } from './scalars';
import { PeriodInput } from './types';

@ObjectType({
  description: 'A record behind a figure, with what it adds to it (một hồ sơ hợp thành số liệu).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class FigureEvidence implements Contribution {
  @Field(() => ID, { description: 'Identifier of the record (mã hồ sơ).' })
  id!: string;

  @Field(() => String, {
    description: 'What it is, e.g. case; report entry for totals that a province sent in without records (loại hồ sơ).',
  })
  type!: string;

  @Field(() => Int, { description: 'What it adds to the number; 0 where only money is counted (số việc).' })
  cases!: number;

  @Field(() => VndScalar, { description: 'What it adds to the money (số tiền).' })
  money!: number;
}

@InputType({
  description: 'What the figure was narrowed by; what its register does not tell apart is refused (điều kiện lọc).',
})
export class FigureFilter {
  @Field(() => CaseOverlay, { nullable: true, description: 'Only a special category (loại án đặc thù).' })
  overlay?: CaseOverlay | null;

  @Field(() => String, { nullable: true, description: 'Only a kind, e.g. CIVIL or COMPLAINT (loại).' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Cases: EX_OFFICIO or ON_REQUEST (hình thức).' })
  initiation?: string | null;

  @Field(() => String, { nullable: true, description: 'Recovery: category of the obligation (loại khoản phải thu).' })
  category?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: `Cases: only those that an officer is in charge of now, by his or her id, or ${NOBODY}: those of nobody (chấp hành viên).`,
  })
  officer?: string | null;
}

const FigureEvidenceConnection = connectionType(
  FigureEvidence,
  'FigureEvidence',
  'the records behind a figure (các hồ sơ hợp thành số liệu)',
  { isShared: true },
);

/** The figures of a register by indicator, e.g. `CaseStatistics.completed`, as they are counted on a day. */
export type FigureLines = (day: IsoDate) => Readonly<Record<string, LineDefinition>>;

/** Names the lines of a type of statistics as its fields. */
export function linesOf(type: string, lines: Readonly<Record<string, LineDefinition>>): Record<string, LineDefinition> {
  return Object.fromEntries(Object.entries(lines).map(([field, line]) => [`${type}.${field}`, line]));
}

/** `casesEvidence` and its like: the records that add up to a figure. */
export function evidenceResolver(register: RegisterDefinition, linesOn: FigureLines): Function {
  @Resolver()
  class EvidenceResolver {
    @Query(() => FigureEvidenceConnection, {
      name: `${register.schema}Evidence`,
      nullable: true,
      description:
        `The records behind a figure of the register of ${register.schema}, by id, each with what it adds: together ` +
        'they are the figure, as far as the caller may see them (các hồ sơ hợp thành số liệu).',
    })
    evidence(
      @Arg('figure', () => String, {
        description: 'Its indicator, as definitions name it, e.g. CaseStatistics.completed (chỉ tiêu).',
      })
      figure: string,
      @Arg('scope', () => ID, { description: 'The nation (VN), a province or an office (phạm vi).' }) scopeId: string,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) asked: PeriodInput,
      @Arg('filter', () => FigureFilter, { nullable: true, description: 'What it was narrowed by (điều kiện lọc).' })
      filter: FigureFilter | null | undefined,
      @Args(() => PageArguments) page: PageArguments,
      @Ctx() { manager }: SubgraphContext,
    ): Promise<Connection<Contribution>> {
      const period = resolvePeriod(asked);
      const lines = linesOn(period.through);
      const line = Object.hasOwn(lines, figure) ? lines[figure] : undefined;
      if (!line) {
        throw badInput(
          `figure: ${JSON.stringify(figure)} is not counted here; it must be one of ${Object.keys(lines).join(', ')}.`,
        );
      }
      const scope = findScope(scopeId);
      if (!scope) {
        throw badInput(
          `scope: ${JSON.stringify(scopeId)} is no place; it must be ${NATION_ID}, a province such as VN34-15 or an office such as VN63-10-01.`,
        );
      }
      return evidencePage(
        manager,
        register,
        { name: figure, line, scope, period, ...narrowed(register, filter) },
        page,
      );
    }
  }
  return EvidenceResolver;
}

function narrowed(
  register: RegisterDefinition,
  filter: FigureFilter | null | undefined,
): { filter: LedgerFilter; officer: string | null } {
  const { schema, ledger } = register;
  const { overlay, officer = null, ...given } = { ...filter };
  const dimensions = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  for (const [name, value] of dimensions) {
    const values = Object.hasOwn(ledger.dimensions, name) ? ledger.dimensions[name] : undefined;
    if (!values) throw notToldApart(name);
    if (!values.includes(value!)) {
      throw badInput(`filter.${name}: ${JSON.stringify(value)} is not one of ${values.join(', ')}.`);
    }
  }
  if (officer !== null && officerOf(register) === null) throw notToldApart('officer');
  return {
    filter: { dimensions: Object.fromEntries(dimensions), overlay: overlay ? OVERLAY_BITS[overlay] : null },
    officer,
  };

  function notToldApart(name: string): Error {
    return badInput(`filter.${name}: figures of ${schema} are not told apart by it; leave it out.`);
  }
}
