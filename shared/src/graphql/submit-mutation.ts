import { Arg, type ClassType, Ctx, Mutation, Resolver } from 'type-graphql';
import { badInput } from '../errors';
import type { RegisterEvent } from '../register/event';
import type { SubgraphContext } from '../subgraph/subgraph';
import { SubmitResult, presentOutcomes } from './events';

/** Batches are at most this large. */
export const MAX_BATCH = 1_000;

/** The mutation that a register takes its events by: the same for every register but for its name and its input. */
export function submitMutation(
  name: string,
  input: ClassType<RegisterEvent>,
  { register, nameVi }: { readonly register: string; readonly nameVi: string },
): Function {
  @Resolver()
  class SubmitMutation {
    @Mutation(() => SubmitResult, {
      name,
      description:
        `Submits 1 to ${MAX_BATCH} events to the register of ${register}. A refused event changes nothing and does not ` +
        `hinder its neighbours; the same event again is a duplicate (${nameVi}).`,
    })
    async submit(
      @Arg('events', () => [input], { description: 'The events, in the order they happened (các sự kiện).' })
      events: RegisterEvent[],
      @Ctx() { submitter, submittedBy }: SubgraphContext,
    ): Promise<SubmitResult> {
      if (events.length < 1 || events.length > MAX_BATCH) {
        throw badInput(`events: ${events.length} events in the batch; send 1 to ${MAX_BATCH}.`);
      }
      return presentOutcomes(await submitter.submit(events, submittedBy));
    }
  }
  return SubmitMutation;
}
