/** An operation as it is sent, letter by letter, with the types of its answer and variables. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** For the types alone; never there. */
  readonly types?: (variables: Variables) => Data;
}
