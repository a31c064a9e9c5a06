import { useSyncExternalStore } from 'react';
import { type Address, readAddress, writeAddress } from './address';

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

export interface Place {
  readonly address: Address;
  /** The address with some of it changed, for links. */
  to(change: Partial<Address>): string;
  /** Goes there. */
  go(change: Partial<Address>): void;
}

export function useAddress(): Place {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const address = readAddress(hash);
  const to = (change: Partial<Address>): string => writeAddress({ ...address, ...change });
  return {
    address,
    to,
    go(change) {
      location.hash = to(change);
    },
  };
}
