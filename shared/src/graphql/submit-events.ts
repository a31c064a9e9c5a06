import { Arg, type ClassType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type DataClass, ruleFor } from '../access/data-class';
import { type Principal, mayWriteFor } from '../access/principal';
import { badInput, graphError } from '../errors';
import { type RegisterEvent, officeOfSubject } from '../register/event';
import type { SubgraphContext } from '../subgraph/subgraph';
import { SubmitResult, presentOutcomes } from './events';

/** Batches are at most this large. */
export const MAX_BATCH = 1_000;

export interface SubmitNames<E extends RegisterEvent> {
  /** `Case`, for `submitCaseEvents` and `previewCaseEvents`. */
  readonly events: string;
  readonly register: string;
  readonly nameVi: string;
  /** Where not everybody who may send events may send this one: the class of data by the field that makes it so. */
  readonly classesOf?: (event: E) => Readonly<Record<string, DataClass>>;
}

/** How a register takes its events, and how it tells what would become of them: the same for every register. */
export function submitResolver<E extends RegisterEvent>(
  input: ClassType<E>,
  { events: of, register, nameVi, classesOf }: SubmitNames<E>,
): Function {
  /** Whether the principal may send such events of these subjects at all is asked before anything is looked up of them. */
  function checked(events: E[], principal: Principal): E[] {
    if (events.length < 1 || events.length > MAX_BATCH) {
      throw badInput(`events: ${events.length} events in the batch; send 1 to ${MAX_BATCH}.`);
    }
    for (const [index, event] of events.entries()) {
      const office = officeOfSubject(event.subject);
      if (office && !mayWriteFor(principal, office)) {
        throw graphError(
          'FORBIDDEN',
          `events[${index}].subject: ${office.id} is not an office that you send events for.`,
        );
      }
      for (const [field, dataClass] of Object.entries(classesOf?.(event) ?? {})) {
        if (ruleFor(dataClass, principal.role) !== 'denied') continue;
        throw graphError(
          'FORBIDDEN',
          `events[${index}].${field}: ${String(event[field as keyof E])} is not for the role ${principal.role}.`,
        );
      }
    }
    return events;
  }

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
      events: E[],
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
      events: E[],
      @Ctx() { submitter, head: { principal } }: SubgraphContext,
    ): Promise<SubmitResult> {
      return presentOutcomes(await submitter.preview(checked(events, principal)));
    }
  }
  return SubmitResolver;
}
