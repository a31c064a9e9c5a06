import { randomUUID } from 'node:crypto';
import { REGISTERS } from '../../import/src/registers';
import { exampleEvents } from '../../scripts/templates/example-events';
import { documentedRegisters } from '../../scripts/templates/registers';

export interface ExampleOfRegister {
  /** As in `submitCaseEvents`. */
  readonly register: string;
  readonly event: { readonly subject: string; readonly type: string; readonly occurredOn: string };
}

/** The events of the templates: of every kind of subjects, each accepted when they are sent in this order. */
export function examplesOfAllRegisters(): ExampleOfRegister[] {
  return documentedRegisters().flatMap((documented) =>
    exampleEvents(documented).map(({ fields }) => ({
      register: REGISTERS[documented.form.register],
      event: { ...fields, id: randomUUID() } as unknown as ExampleOfRegister['event'],
    })),
  );
}
