import { type RegisterEvent, journalEvent } from '@thads/shared';
import { createHash } from 'node:crypto';
import type { RegisterName } from './registers';

/** Namespace of the ids of rows without one; another value would make every row a new event. */
const NAMESPACE = Buffer.from('7f1f3a52c2f84d1e9a3b5b0f6f2c8d41', 'hex');

/** A UUID of version 5 from what an event says and its register: the same row is the same event, in whatever file. */
export function derivedEventId(register: RegisterName, event: RegisterEvent): string {
  const { subject, type, occurredOn, content } = journalEvent(event);
  const name = JSON.stringify([register, subject, type, occurredOn, content]);
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
