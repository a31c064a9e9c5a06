import { type PrincipalClaims, principalOf, ANYBODY } from '../access/principal';
import type { RequestHead } from '../access/request-head';

/** A request as a gateway would tell of it; without claims, of the public. */
export function headOf(claims: PrincipalClaims | null, head: Partial<RequestHead> = {}): RequestHead {
  return {
    requestId: 'test-request',
    principal: claims ? principalOf(`test ${claims.role}`, claims) : ANYBODY,
    purpose: { article: 'Luật THADS Điều 44', file: 'HS-2025-001' },
    operation: 'Test',
    from: '127.0.0.1',
    deadlineAt: Date.now() + 30_000,
    ...head,
  };
}
