import type { Words } from '../language/vi';
import type { GraphError } from './ask';

/** Which register serves a panel; named when it is away. */
export type Register = keyof Words['registers'];

/** What a panel says of what it has not got. */
export function faultWords(fault: GraphError, register: Register, words: Words, isSignedIn: boolean): string {
  const { states } = words;
  switch (fault.extensions?.code) {
    case 'SUBGRAPH_UNAVAILABLE':
      return states.unavailable(words.registers[register]);
    case 'UNAUTHENTICATED':
      return isSignedIn ? states.badToken : states.signIn;
    case 'FORBIDDEN':
      return isSignedIn ? states.forbidden : states.withheld;
    case 'NOT_REACHED':
      return states.notReached;
    case 'TOO_COSTLY':
      return states.tooCostly;
    default:
      return states.failed;
  }
}

/** Whether asking again may help, without anything else being done. */
export function mayPass({ extensions }: GraphError): boolean {
  return !['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'NOT_FOUND'].includes(extensions?.code ?? '');
}
