import { ANYBODY, type Principal, ROLE_NAMES, type Role, principalOf } from '@thads/shared';
import { FOR_A_PURPOSE } from '../harness/graph-client';
import type { HttpGraph, SubgraphName } from '../harness/graph';
import { type RawAnswer, sendRaw } from '../harness/raw-request';

/** Whom the callers of provincial roles belong to: Lào Cai as it was until July 2025. */
export const OWN = { province: 'VN63-10', office: 'VN63-10-01', officer: 'VN63-10-01.CHV-01' } as const;
export const FOREIGN = { province: 'VN63-38', office: 'VN63-38-01', officer: 'VN63-38-01.CHV-01' } as const;

/** One of a role, with every claim that a role can need. */
export interface Caller {
  readonly role: Role;
  readonly principal: Principal;
  /** Through the gateway, for a purpose. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<RawAnswer>;
  /** At a subgraph, with the statement that the gateway would send along. */
  askSubgraph(name: SubgraphName, query: string, variables?: Readonly<Record<string, unknown>>): Promise<RawAnswer>;
}

const PURPOSE = { article: 'Điều 27', file: 'HS-1' };

export async function callerOf(graph: HttpGraph, role: Role, officer: string = OWN.officer): Promise<Caller> {
  const claims = { role, ...OWN, officer };
  const principal = role === 'PUBLIC' ? ANYBODY : principalOf(role, claims);
  const token = role === 'PUBLIC' ? null : await graph.issuer.token(claims);
  return {
    role,
    principal,
    ask: (query, variables) => sendRaw(graph.url, { body: { query, variables }, token, headers: FOR_A_PURPOSE }),
    askSubgraph: async (name, query, variables) =>
      sendRaw(new URL(graph.subgraphUrls[name]).origin, {
        body: { query, variables },
        headers: await graph.subgraphHeaders({ principal, purpose: PURPOSE }),
      }),
  };
}

/** No role is left out. */
export async function everyCaller(graph: HttpGraph, officer: string): Promise<ReadonlyMap<Role, Caller>> {
  const callers = await Promise.all(ROLE_NAMES.map((role) => callerOf(graph, role, officer)));
  return new Map(callers.map((caller) => [caller.role, caller]));
}
