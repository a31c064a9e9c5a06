import { createHash } from 'node:crypto';
import type { Principal } from './principal';

/**
 * A person's datum for somebody who must not know whose it is. The statistician can still tell persons apart: by a name
 * made of the id of the record, of which nothing follows about the person. Of anything else nothing is left.
 */
export async function masked(value: unknown, id: string, { role }: Principal): Promise<string | null> {
  const known = await value;
  if (known === null || known === undefined) return null;
  return role === 'CENTRAL_STATISTICIAN' ? `#${createHash('sha256').update(id).digest('hex').slice(0, 12)}` : '***';
}
