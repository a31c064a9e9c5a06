import type { GraphQLDataSource } from '@apollo/gateway';
import { type RequestHead, graphError } from '@thads/shared';
import type { Request, Response } from 'express';
import type { GraphQLError } from 'graphql';
import type { JWK } from 'jose';
import type { RequestShare } from './limits/callers';
import type { FetchTimes } from './query-plans/fetch-times';

/** What every operation carries through the gateway. */
export interface GatewayContext {
  /** The same object for all fetches of the operation. */
  head: RequestHead;
  /** Of what the caller may have under way. */
  readonly share: RequestShare;
  /** What the caller may see, as a name: callers with the same view get the same answer to the same question. */
  readonly view: string;
  /** Apollo Server hands copies of the context around; this is the same object in all of them. */
  readonly outcome: {
    /** The answer holds data and nothing else: no errors, no extensions. */
    complete: boolean;
  };
  /** Null: the caller did not ask for them, or is not to be told. */
  readonly fetchTimes: FetchTimes | null;
}

/** A subgraph as the gateway asks it. */
export interface SubgraphSource extends GraphQLDataSource<GatewayContext> {
  /** Equal versions mean equal answers to every query. Rejects when the subgraph is not available. */
  dataVersion(): Promise<string>;
  /** Sends a file of an export, or the range of it that is asked for. Errors: `RequestRefused` where there is none. */
  sendExportFile(id: string, file: string, request: Request, response: Response): Promise<void>;
  /** The public key that manifests of its exports are signed with; null: it makes none. */
  exportKey(): Promise<JWK | null>;
}

export function unavailable(subgraph: string, reason: string): GraphQLError {
  return graphError('SUBGRAPH_UNAVAILABLE', `The subgraph "${subgraph}" is not available: ${reason}.`, { subgraph });
}

/** Time a fetch may take: its own deadline, or what is left of the operation's. Errors: when nothing is left. */
export function timeLeft(subgraph: string, deadlineMs: number, { head }: GatewayContext): number {
  const left = Math.min(deadlineMs, head.deadlineAt - Date.now());
  if (left <= 0) throw unavailable(subgraph, 'the time for the whole operation has run out');
  return left;
}
