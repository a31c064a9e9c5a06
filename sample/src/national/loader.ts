import type { BulkLine, BulkMessage, SectionHead } from '@thads/shared';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { History } from '../event';
import type { Section } from './sections';

const root = path.resolve(__dirname, '..', '..', '..');
/** Characters sent at once. */
const ENOUGH = 65_536;

/**
 * The process that decides on histories and writes them, while this one makes up the next. Its own entry point, since
 * only the gateway's side knows the registers.
 */
export class Loader {
  private readonly child: ChildProcess;
  private readonly input: Writable;
  private readonly ended: Promise<number | string | null>;
  private hasEnded = false;

  constructor(onMessage: (message: BulkMessage) => void) {
    this.child = spawn(
      process.execPath,
      // What is made ready for a COPY is garbage soon after: a large young generation is rid of it cheaply.
      [
        '--max-semi-space-size=64',
        '-r',
        path.join(root, 'scripts', 'register.cjs'),
        path.join(root, 'gateway', 'src', 'bulk.main.ts'),
      ],
      { cwd: root, stdio: ['pipe', 'inherit', 'inherit', 'ipc'] },
    );
    this.input = this.child.stdin!;
    // Broken when the loader has ended, which is told of by its own message.
    this.input.on('error', () => undefined);
    this.child.on('message', (message) => onMessage(message as BulkMessage));
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('exit', (code, signal) => {
        this.hasEnded = true;
        resolve(signal ?? code);
      });
    });
  }

  /** Which of the sections are loaded. */
  async areKnown(sections: readonly Section[]): Promise<boolean[]> {
    const answer = new Promise<readonly boolean[]>((resolve) => {
      this.child.on('message', (message: BulkMessage) => {
        if ('known' in message) resolve(message.known);
      });
    });
    await this.send(`${JSON.stringify({ ask: sections.map(headOf) } satisfies BulkLine)}\n`);
    return [...(await this.unlessEnded(answer))];
  }

  async load(section: Section): Promise<void> {
    let lines = `${JSON.stringify({ section: headOf(section) } satisfies BulkLine)}\n`;
    for (const history of section.histories) {
      lines += `${JSON.stringify(history satisfies History)}\n`;
      if (lines.length < ENOUGH) continue;
      await this.send(lines);
      lines = '';
    }
    await this.send(`${lines}${JSON.stringify({ end: true } satisfies BulkLine)}\n`);
  }

  /** Lets what is sent from now on refer to everything before it. */
  async wait(): Promise<void> {
    await this.send(`${JSON.stringify({ wait: true } satisfies BulkLine)}\n`);
  }

  /** Resolves when everything sent is loaded. */
  async finish(): Promise<void> {
    this.input.end();
    const outcome = await this.ended;
    if (outcome !== 0) throw new LoaderEnded(outcome);
  }

  private async send(text: string): Promise<void> {
    if (this.hasEnded) throw new LoaderEnded(await this.ended);
    if (!this.input.write(text)) await this.unlessEnded(once(this.input, 'drain'));
  }

  private unlessEnded<T>(answer: Promise<T>): Promise<T> {
    const ended = this.ended.then((outcome) => {
      throw new LoaderEnded(outcome);
    });
    return Promise.race([answer, ended]);
  }
}

/** It has said itself what was wrong. */
export class LoaderEnded extends Error {
  constructor(outcome: number | string | null) {
    super(`the loader ended with ${outcome}. What is loaded stays; started again it goes on from there.`);
  }
}

function headOf({ register, name, firstEventId }: Section): SectionHead {
  return { register, name, firstEventId };
}
