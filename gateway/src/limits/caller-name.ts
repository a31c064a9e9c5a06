import ipaddr from 'ipaddr.js';
import type { Caller } from '../identity/caller';

/** By whom requests are counted: the name that a token says, or the network that they come from without one. */
export function nameOf({ principal, from }: Pick<Caller, 'principal' | 'from'>): string {
  return principal.role === 'PUBLIC' ? `from ${networkOf(from)}` : `named ${principal.name}`;
}

/** Of IPv6 the first 64 bits: one subscriber has all the addresses that begin with them. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  return known.kind() === 'ipv4' ? known.toString() : known.toByteArray().slice(0, 8).join('.');
}
