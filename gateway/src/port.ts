import { listen } from '@thads/shared';
import express from 'express';

/** Errors: `OperatorError` when the port is taken or not allowed. */
export async function checkPortFree(address: { host: string; port: number }): Promise<void> {
  const probe = await listen(express(), address);
  await probe.stop();
}
