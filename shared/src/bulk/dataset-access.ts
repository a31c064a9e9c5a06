import { type DataClass, type Rule, isPersonal, ruleFor } from '../access/data-class';
import { findClass } from '../access/policy';
import type { Principal } from '../access/principal';
import { badInput, graphError } from '../errors';
import type { DatasetDefinition, DatasetField } from './dataset';

/** A field as a caller has it. */
export interface AllowedField extends DatasetField {
  readonly masked: boolean;
  /** What it tells of a person is told in full: that takes a purpose. */
  readonly personal: boolean;
}

/** The class of data of a field of the graph. Throws for one that the policy does not know. */
function classOf(coordinate: string): DataClass {
  const [type, field] = coordinate.split('.') as [string, string];
  const dataClass = findClass(type, field);
  if (!dataClass) throw new Error(`${coordinate} is not in the access policy (policy.ts); a dataset names it`);
  return dataClass;
}

function ruleOf(coordinate: string, { role }: Principal): Rule {
  return ruleFor(classOf(coordinate), role);
}

/** Whether there is anything of it for the caller. */
export function mayHave({ coordinate }: DatasetDefinition, principal: Principal): boolean {
  return ruleOf(coordinate, principal) !== 'denied';
}

/** The fields that the caller has, in their order. */
export function allowedFields({ fields }: DatasetDefinition, principal: Principal): AllowedField[] {
  return fields.flatMap((field) => {
    const rule = ruleOf(field.coordinate, principal);
    const masked = rule === 'masked';
    return rule === 'denied' ? [] : [{ ...field, masked, personal: !masked && isPersonal(classOf(field.coordinate)) }];
  });
}

/** The dataset of a name. Errors: `BAD_USER_INPUT` for an unknown one, `FORBIDDEN` for one that is not the caller's. */
export function requireDataset(
  datasets: readonly DatasetDefinition[],
  name: string,
  principal: Principal,
): DatasetDefinition {
  const dataset = datasets.find((candidate) => candidate.name === name);
  if (!dataset) {
    const names = datasets.map((candidate) => candidate.name).join(', ');
    throw badInput(`dataset: ${JSON.stringify(name)} is none; it must be one of ${names}.`);
  }
  if (mayHave(dataset, principal)) return dataset;
  throw graphError('FORBIDDEN', `${name}: not for the role ${principal.role}.`);
}

/**
 * The fields asked for, in the order asked; without: all that the caller may have. Errors: `BAD_USER_INPUT` for unknown
 * and repeated ones, `FORBIDDEN` for those that are not the caller's.
 */
export function chosenFields(
  dataset: DatasetDefinition,
  principal: Principal,
  asked: readonly string[] | null | undefined,
): AllowedField[] {
  const allowed = allowedFields(dataset, principal);
  if (!asked) return allowed;
  if (asked.length === 0) throw badInput('fields: the list is empty; name one or more, or leave it out for all.');
  return asked.map((name, index) => {
    if (!dataset.fields.some((field) => field.name === name)) {
      const names = allowed.map((field) => field.name).join(', ');
      throw badInput(`fields: ${JSON.stringify(name)} is no field of ${dataset.name}; there are ${names}.`);
    }
    if (asked.indexOf(name) !== index) throw badInput(`fields: ${name} is named twice; name it once.`);
    const field = allowed.find((candidate) => candidate.name === name);
    if (field) return field;
    throw graphError('FORBIDDEN', `fields: ${dataset.name}.${name} is not for the role ${principal.role}.`);
  });
}
