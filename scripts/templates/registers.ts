import { EVENT_REVERSED, type Lifecycle, lifecycleByEventType } from '@thads/shared';
import { type GraphQLEnumType, getNamedType, isEnumType } from 'graphql';
import { subgraphDefinitions } from '../../gateway/src/one-process';
import { type EventForm, eventForm, eventTypes, readSchema } from '../../import/src/columns';
import { REGISTER_NAMES } from '../../import/src/registers';

/** A register as clerks see it: the form of its events, and the life cycles that they are of. */
export interface DocumentedRegister {
  readonly form: EventForm;
  readonly lifecycles: readonly Lifecycle<any, any>[];
}

export function documentedRegisters(): DocumentedRegister[] {
  const schema = readSchema();
  return REGISTER_NAMES.map((name) => {
    const form = eventForm(schema, name);
    const types = eventTypes(form).filter((type) => type !== EVENT_REVERSED);
    for (const { register } of subgraphDefinitions) {
      const lifecycleOf = lifecycleByEventType(register);
      if (!types.every((type) => lifecycleOf.has(type))) continue;
      return { form, lifecycles: [...new Set(types.map((type) => lifecycleOf.get(type)!))] };
    }
    throw new Error(`no subgraph knows all types of the events of ${name}`);
  });
}

/** The codes of a field; none when it does not take codes. */
export function codesOf(
  { input }: EventForm,
  field: string,
): readonly { readonly code: string; readonly meaning: string }[] {
  const type = getNamedType(input.getFields()[field]!.type);
  if (!isEnumType(type)) return [];
  return (type as GraphQLEnumType)
    .getValues()
    .map(({ name, description }) => ({ code: name, meaning: description ?? '' }));
}

/** A description in its two languages: English, with the Vietnamese in parentheses at its end. */
export function inBothLanguages(description: string): { readonly en: string; readonly vi: string } {
  const found = /^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\.?$/s.exec(description.trim());
  return found ? { en: found[1]!, vi: found[2]! } : { en: description, vi: '' };
}
