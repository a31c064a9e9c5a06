import { useState } from 'react';

export interface Session {
  /** In the memory of the page and nowhere else. */
  readonly token: string | null;
  /** Changes with the token. */
  readonly caller: number;
  signIn(token: string): void;
  signOut(): void;
}

export function useSession(initial: string | null): Session {
  const [{ token, caller }, set] = useState({ token: initial, caller: 0 });
  const change = (next: string | null): void => set((before) => ({ token: next, caller: before.caller + 1 }));
  return { token, caller, signIn: change, signOut: () => change(null) };
}
