import { OperatorError } from '../errors';
import { EnvironmentReader, POSTGRES_PROTOCOLS } from './environment';

function faultsOf(environment: Record<string, string | undefined>): string[] {
  const reader = new EnvironmentReader(environment);
  reader.integer('PORT', 4000, 0, 65_535);
  reader.requiredUrl('DATABASE_URL', POSTGRES_PROTOCOLS);
  reader.requiredText('SCHEMA', 'the name of a schema');
  reader.logLevel();
  try {
    reader.check();
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return (error as Error).message.split('\n');
  }
}

const right = { PORT: '0', DATABASE_URL: 'postgres://u:p@h/d', SCHEMA: 'cases', LOG_LEVEL: 'warn' };

describe('the environment', () => {
  test('that is right has no fault', () => {
    expect(faultsOf(right)).toEqual([]);
  });

  test('with several faults tells all of them at once, each with the way to mend it', () => {
    expect(faultsOf({ PORT: '70000', DATABASE_URL: 'mysql://h/d', LOG_LEVEL: 'loud' })).toEqual([
      'PORT is "70000"; it must be a whole number from 0 to 65535.',
      'DATABASE_URL is not an address of the form postgresql://… or postgres://….',
      'SCHEMA is not set; set it to the name of a schema.',
      'LOG_LEVEL is "loud"; it must be one of fatal, error, warn, info, debug, trace, silent.',
    ]);
  });

  test('treats a blank setting as one that is not there', () => {
    expect(faultsOf({ ...right, DATABASE_URL: '  ' })).toEqual([
      'DATABASE_URL is not set; set it to an address of the form postgresql://….',
    ]);
    expect(new EnvironmentReader({ PORT: ' ' }).integer('PORT', 4000, 0, 65_535)).toBe(4000);
  });

  test.each(['1e3', '-1', '4000.5', '0x10', 'abc', '65536'])('does not take %j for a port', (port) => {
    expect(faultsOf({ ...right, PORT: port })).toHaveLength(1);
  });

  test('does not print an address, which holds a password', () => {
    expect(faultsOf({ ...right, DATABASE_URL: 'mysql://user:secret@h/d' }).join()).not.toContain('secret');
  });
});
