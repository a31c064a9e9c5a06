import { ANYBODY, EVERYWHERE, type RequestHead, STATEMENT_HEADER, signStatement, statementKey } from '@thads/shared';
import { generateKeyPairSync } from 'node:crypto';
import { openDevelopmentIssuer } from './house';

const HOURS = 24;

/** As whom the benches ask: a registrar sees and sends everything. */
export const REGISTRAR_HEAD: RequestHead = {
  requestId: 'bench',
  principal: { ...ANYBODY, role: 'REGISTRAR', name: 'bench', territories: EVERYWHERE },
  purpose: null,
  operation: '',
  from: '',
  deadlineAt: Date.now() + HOURS * 3_600_000,
};

/** Headers with which the benches ask a gateway whose development issuer is in the folder. */
export async function bearerHeaders(folder: string): Promise<Record<string, string>> {
  const issuer = await openDevelopmentIssuer(folder);
  return {
    authorization: `Bearer ${await issuer.issue({ name: 'bench', claims: { role: 'REGISTRAR' }, hours: HOURS })}`,
  };
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const STATEMENT_PRIVATE_KEY = JSON.stringify(privateKey.export({ format: 'jwk' }));
export const STATEMENT_PUBLIC_KEY = JSON.stringify(publicKey.export({ format: 'jwk' }));

/** Headers with which a subgraph takes the benches, or a gateway that makes no statements, for its own gateway. */
export async function statementHeaders(): Promise<Record<string, string>> {
  return { [STATEMENT_HEADER]: await signStatement(await statementKey(STATEMENT_PRIVATE_KEY), REGISTRAR_HEAD) };
}
