import { OperatorError } from '@thads/shared';
import { readDatabaseSettings, readOneProcessSettings } from './settings';

describe('TRUST_PROXY', () => {
  const read = (TRUST_PROXY?: string): unknown => readOneProcessSettings({ TRUST_PROXY }, '/project').trustProxy;

  it.each([
    [undefined, false],
    ['0', 0],
    ['2', 2],
    ['loopback', 'loopback'],
    ['10.0.0.0/8, 192.0.2.1', '10.0.0.0/8, 192.0.2.1'],
  ])('%j is taken', (given, taken) => {
    expect(read(given)).toEqual(taken);
  });

  it.each(['true', 'yes', '10.0.0.0/99', '1.5'])('%j, which would trust nobody or everybody, is refused', (given) => {
    expect(() => read(given)).toThrow(OperatorError);
    expect(() => read(given)).toThrow(/^TRUST_PROXY is ".*"; it must be how many proxies/);
  });
});

it('a command that serves nobody needs to know nothing of tokens', () => {
  expect(readDatabaseSettings({ THADS_MODE: 'production', HOST: '0.0.0.0' }, '/project')).toEqual({
    databaseUrl: undefined,
    dataDir: '/project/.data',
  });
});
