import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './compose-file';

export interface Instruction {
  readonly name: string;
  readonly text: string;
}

export interface Stage {
  /** What it is built on: an image, or an earlier stage. */
  readonly from: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** The stages of the Dockerfile in their order; the last one is the image. */
export function dockerfileStages(): Stage[] {
  const text = readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8');
  const lines = text.replaceAll(/^\s*#.*\n/gm, '').replaceAll(/\\\n/g, ' ');
  const instructions = [...lines.matchAll(/^([A-Z]+)\s+(.+)$/gm)].map(([, name, rest]) => ({
    name: name!,
    text: rest!,
  }));
  return instructions.reduce<Stage[]>((stages, instruction) => {
    if (instruction.name === 'FROM') {
      const [from, , name] = instruction.text.split(/\s+/i);
      return [...stages, { from: from!, name, instructions: [] }];
    }
    const last = stages.at(-1)!;
    return [...stages.slice(0, -1), { ...last, instructions: [...last.instructions, instruction] }];
  }, []);
}

/** What the image itself sets in the environment of its processes. */
export function imageEnvironment({ instructions }: Stage): Record<string, string> {
  return Object.fromEntries(
    instructions.flatMap(({ name, text }) => {
      const at = text.indexOf('=');
      return name === 'ENV' ? [[text.slice(0, at), text.slice(at + 1)]] : [];
    }),
  );
}

/** `CMD` or the command of `HEALTHCHECK`, in their JSON form. */
export function commandOf({ instructions }: Stage, name: 'CMD' | 'HEALTHCHECK'): string[] {
  const { text } = instructions.find((instruction) => instruction.name === name)!;
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
}
