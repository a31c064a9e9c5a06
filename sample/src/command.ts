import { parseArgs } from 'node:util';
import { OperatorError, territories as allTerritories } from '@thads/shared';
import type { NationalPart } from './national/sections';

export type Command = { readonly national: null; readonly url: string } | { readonly national: NationalPart };

const MOST_YEARS = 20;
const USAGE =
  'npm run sample -- [address of the gateway], or npm run sample -- --national [--years N] [--seed S] [--scale X] [--territories 79,1]';

/** Errors: `OperatorError` with what was wrong and how the command is used. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  const { national, years, seed, scale, territories } = values;
  if (!national) {
    if (years ?? seed ?? scale ?? territories)
      throw wrong('--years, --seed, --scale and --territories go with --national');
    return { national: null, url: positionals[0] ?? 'http://localhost:4000' };
  }
  if (positionals.length > 0) throw wrong(`--national takes no address, and there is ${positionals[0]}`);
  return {
    national: {
      territories: territories === undefined ? [] : territoriesIn(territories),
      workingYears: number(
        '--years',
        years ?? '1',
        (value) => Number.isInteger(value) && value >= 1 && value <= MOST_YEARS,
        `a whole number from 1 to ${MOST_YEARS}`,
      ),
      seed: number('--seed', seed ?? '1', (value) => Number.isInteger(value) && value >= 0, 'a whole number'),
      scale: number(
        '--scale',
        scale ?? '1',
        (value) => value > 0 && value <= 2,
        'a number above 0 up to 2; 1 is the size of the country',
      ),
    },
  };
}

function territoriesIn(text: string): number[] {
  return text
    .split(',')
    .map((one) =>
      number('--territories', one, (value) => allTerritories.includes(value), 'numbers of older provinces, e.g. 79,1'),
    );
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        national: { type: 'boolean' },
        years: { type: 'string' },
        seed: { type: 'string' },
        scale: { type: 'string' },
        territories: { type: 'string' },
      },
    });
  } catch (error) {
    throw wrong((error as Error).message);
  }
}

function number(name: string, text: string, isRight: (value: number) => boolean, right: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value) || !isRight(value))
    throw wrong(`${name} is "${text}"; it must be ${right}`);
  return value;
}

function wrong(what: string): OperatorError {
  return new OperatorError(`${what}. Usage: ${USAGE}`);
}
