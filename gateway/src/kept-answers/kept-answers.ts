import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';

/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: Buffer;
  /** Null when the answer is good for its own request only: it holds errors, or something beside the data. */
  readonly etag: string | null;
}

export function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

interface Kept {
  /** Data versions from before the answer was begun. */
  readonly versions: string;
  readonly answer: Answer;
}

/**
 * Answers, each good for the data versions that were read before it was begun. It shows at least what those versions
 * stand for. Whoever is given it later has read the same versions after asking, so the data were then no newer:
 * docs/decisions/0009-kept-answers.md.
 */
export class KeptAnswers {
  private readonly kept: LRUCache<string, Kept>;
  private readonly running = new Map<string, { readonly versions: string; readonly answer: Promise<Answer> }>();

  constructor({ megabytes }: { readonly megabytes: number }) {
    this.kept = new LRUCache({
      maxSize: megabytes * 2 ** 20,
      sizeCalculation: ({ versions, answer }, key) => 2 * (key.length + versions.length) + answer.body.length + 512,
    });
  }

  /** Bytes in use, at most those allowed. */
  get size(): number {
    return this.kept.calculatedSize;
  }

  /** `versions`: read after the question came. */
  async answer(key: string, versions: string, execute: () => Promise<Answer>): Promise<Answer> {
    const known = this.kept.get(key);
    if (known?.versions === versions) return known.answer;
    const begun = this.running.get(key);
    if (begun?.versions === versions) {
      const answer = await begun.answer;
      return answer.etag ? answer : execute();
    }
    const own = { versions, answer: execute() };
    this.running.set(key, own);
    try {
      const answer = await own.answer;
      if (answer.etag) this.kept.set(key, { versions, answer });
      return answer;
    } finally {
      if (this.running.get(key) === own) this.running.delete(key);
    }
  }
}
