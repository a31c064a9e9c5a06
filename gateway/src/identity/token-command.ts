import {
  OperatorError,
  type PrincipalClaims,
  ROLES,
  ROLE_NAMES,
  type Role,
  belongingOf,
  findRole,
  messageOf,
  principalOf,
} from '@thads/shared';
import { parseArgs } from 'node:util';
import type { IssuedToken } from './development-issuer';

const USAGE = `npm run --silent token -- --role <role> [--province VN34-15] [--office VN63-10-01] [--officer VN63-10-01.CHV-01]
  [--name who] [--hours 8]`;
const BELONGINGS = ['province', 'office', 'officer'] as const;
const MOST_HOURS = 720;

/** Errors: `OperatorError` with what was wrong and what would be right. */
export function parseTokenCommand(args: readonly string[]): IssuedToken {
  const { role: wanted, name, hours = '8', ...belongings } = parsed(args);
  if (wanted === undefined) throw wrong(`--role is missing; it must be one of\n${roles()}\n`);
  const role = findRole(wanted);
  if (!role || role === 'PUBLIC') throw wrong(`--role is "${wanted}"; it must be one of\n${roles()}\n`);
  for (const option of BELONGINGS) {
    if (belongings[option] !== undefined && belongingOf(role) !== option.toUpperCase()) {
      throw wrong(`--${option} does not go with --role ${optionOf(role)}`);
    }
  }
  const claims: PrincipalClaims = { role, ...belongings };
  const subject = name ?? optionOf(role);
  try {
    principalOf(subject, claims);
  } catch (error) {
    // Its message begins with the claim, which is named like the option.
    throw wrong(messageOf(error).replace(/^thads_(\w+):/, '--$1:'));
  }
  if (!/^\P{C}{1,200}$/u.test(subject)) throw wrong('--name must have 1 to 200 characters, none of them invisible');
  if (!/^\d{1,3}$/.test(hours) || Number(hours) < 1 || Number(hours) > MOST_HOURS) {
    throw wrong(`--hours is "${hours}"; it must be a whole number from 1 to ${MOST_HOURS}`);
  }
  return { name: subject, claims, hours: Number(hours) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        role: { type: 'string' },
        province: { type: 'string' },
        office: { type: 'string' },
        officer: { type: 'string' },
        name: { type: 'string' },
        hours: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw wrong(messageOf(error));
  }
}

function optionOf(role: Role): string {
  return role.toLowerCase().replaceAll('_', '-');
}

function roles(): string {
  return ROLE_NAMES.filter((role) => role !== 'PUBLIC')
    .map((role) => `  ${optionOf(role).padEnd(20)}  ${ROLES[role]}`)
    .join('\n');
}

function wrong(what: string): OperatorError {
  return new OperatorError(`${what.replace(/\.$/, '')}${what.endsWith('\n') ? '' : '. '}Usage: ${USAGE}`);
}
