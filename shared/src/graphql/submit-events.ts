import { Arg, type ClassType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type Principal, mayWriteFor } from '../access/principal';
import { badInput, graphError } from '../errors';
import { type RegisterEvent, officeOfSubject } from '../register/event';
import type { SubgraphContext } from '../subgraph/subgraph';
import { SubmitResult, presentOutcomes } from './events';

/** Batches are at most this large. */
export const MAX_BATCH = 1_000;

export interface SubmitNames {
  /** `Case`, for `submitCaseEvents` and `previewCaseEvents`. */
  readonly events: string;
  readonly register: string;
  readonly nameVi: string;
}

/** How a register takes its events, and how it tells what would become of them: the same for every register. */
export function submitResolver(
  input: ClassType<RegisterEvent>,
  { events: of, register, nameVi }: SubmitNames,
): Function {
  @Resolver()
  class SubmitResolver {
    @Mutation(() => SubmitResult, {
      name: `submit${of}Events`,
      description:
        `Submits 1 to ${MAX_BATCH} events to the register of ${register}. A refused event changes nothing and does not ` +
        `hinder its neighbours; the same event again is a duplicate (${nameVi}).`,
    })
    async submit(
      @Arg('events', () => [input], { description: 'The events, in the order they happened (các sự kiện).' })
      events: RegisterEvent[],
      @Ctx() { submitter, head: { principal } }: SubgraphContext,
    ): Promise<SubmitResult> {
      return presentOutcomes(await submitter.submit(checked(events, principal), principal.name));
    }

    @Query(() => SubmitResult, {
      name: `preview${of}Events`,
      description:
        `What would become of 1 to ${MAX_BATCH} events if they were submitted to the register of ${register} now. ` +
        `Nothing is written (kiểm tra trước khi gửi).`,
    })
    async preview(
      @Arg('events', () => [input], { description: 'The events, in the order they happened (các sự kiện).' })
      events: RegisterEvent[],
      @Ctx() { submitter, head: { principal } }: SubgraphContext,
    ): Promise<SubmitResult> {
      return presentOutcomes(await submitter.preview(checked(events, principal)));
    }
  }
  return SubmitResolver;
}

/** Whether the principal may send events of these subjects at all is asked before anything is looked up of them. */
function checked(events: RegisterEvent[], principal: Principal): RegisterEvent[] {
  if (events.length < 1 || events.length > MAX_BATCH) {
    throw badInput(`events: ${events.length} events in the batch; send 1 to ${MAX_BATCH}.`);
  }
  events.forEach(({ subject }, index) => {
    const office = officeOfSubject(subject);
    if (office && !mayWriteFor(principal, office)) {
      throw graphError(
        'FORBIDDEN',
        `events[${index}].subject: ${office.id} is not an office that you send events for.`,
      );
    }
  });
  return events;
}
