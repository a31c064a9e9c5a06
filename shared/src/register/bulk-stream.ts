/**
 * What a maker of many histories and a loader in another process say to each other. To the loader's input, line by line
 * as JSON: a question which sections are there, then for each section its head, its histories (arrays of events, one
 * subject each), and its end; where what follows refers to what was sent, a wait between two sections. From the loader
 * come messages; it ends at the first history that is refused.
 */
export interface SectionHead {
  /** Schema of the register. */
  readonly register: string;
  readonly name: string;
  /** A section is one transaction: it is there as soon as this event is. */
  readonly firstEventId: string;
}

export type BulkLine =
  | { readonly ask: readonly SectionHead[] }
  | { readonly section: SectionHead }
  | { readonly end: true }
  | { readonly wait: true };

export type BulkMessage =
  /** Whether each section that was asked for is there. */
  | { readonly known: readonly boolean[] }
  /** So much more has been written, to be committed with its section. */
  | { readonly register: string; readonly subjects: number; readonly events: number };
