import { hkdfSync } from 'node:crypto';

/** What links to files are signed with, made of the gateways' own secret: so it is the same for all of them. */
export function linkKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'links to files of exports', 32));
}
