import { RequestRefused, registerOfExport } from '@thads/shared';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Addresses of files of exports that are good for a while, for whoever has them. */
export class ExportLinks {
  constructor(
    private readonly key: Buffer,
    private readonly lifetimeMs: number,
  ) {}

  /** As a path at the address of this graph. */
  to(id: string, file: string): { readonly url: string; readonly expiresAt: Date } {
    const expires = Math.floor((Date.now() + this.lifetimeMs) / 1_000);
    return {
      url: `/exports/${registerOfExport(id)}/${id}/${file}?expires=${expires}&signature=${this.signature(id, file, expires)}`,
      expiresAt: new Date(expires * 1_000),
    };
  }

  /** Errors: `RequestRefused` for an address that is not one of these, or no longer. */
  check(id: string, file: string, { expires, signature }: Readonly<Record<string, unknown>>): void {
    const until = typeof expires === 'string' && /^\d{1,12}$/.test(expires) ? Number(expires) : null;
    if (until === null || typeof signature !== 'string' || !equal(signature, this.signature(id, file, until))) {
      throw refused(
        'The address is not one that this graph has given, or was altered; ask "export" for the url again.',
      );
    }
    if (until * 1_000 < Date.now()) throw refused('The address is no longer good; ask "export" for the url again.');
  }

  private signature(id: string, file: string, expires: number): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([id, file, expires]))
      .digest('base64url');
  }
}

function equal(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(message: string): RequestRefused {
  return new RequestRefused(403, 'FORBIDDEN', message);
}
