import type { Principal } from '@thads/shared';
import ipaddr from 'ipaddr.js';

/** By whom requests are counted: by name where a token says it, by network where there is none. */
export function callerOf({ role, name }: Principal, address: string): string {
  return role === 'PUBLIC' ? `from ${networkOf(address)}` : `named ${name}`;
}

/** Of IPv6 the first 64 bits: one subscriber has all the addresses that begin with them. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  return known.kind() === 'ipv4' ? known.toString() : known.toByteArray().slice(0, 8).join('.');
}
