import { parseCommand } from './command';

describe('the command line of the sample', () => {
  test('without anything loads into the gateway of npm start', () => {
    expect(parseCommand([])).toEqual({ national: null, url: 'http://localhost:4000' });
    expect(parseCommand(['http://localhost:4100'])).toEqual({ national: null, url: 'http://localhost:4100' });
  });

  test('with --national is one working year at the size of the country unless told otherwise', () => {
    expect(parseCommand(['--national']).national).toEqual({ workingYears: 1, seed: 1, scale: 1, territories: [] });
    expect(
      parseCommand(['--national', '--years', '8', '--seed', '3', '--scale', '0.05', '--territories', '79,1']).national,
    ).toEqual({ workingYears: 8, seed: 3, scale: 0.05, territories: [79, 1] });
  });

  test.each([
    [['--national', '--years', '0'], /--years is "0"; it must be a whole number from 1 to 20/],
    [['--national', '--years', 'two'], /--years is "two"/],
    [['--national', '--seed', '1.5'], /--seed is "1.5"/],
    [['--national', '--scale', '3'], /--scale is "3"; it must be a number above 0 up to 2/],
    [['--national', '--territories', '79,5'], /--territories is "5"; it must be numbers of older provinces/],
    [['--national', 'http://localhost:4000'], /--national takes no address/],
    [['--years', '2'], /go with --national/],
    [['--nation'], /'--nation'.*Usage: npm run sample/s],
  ])('refuses %j with what would be right', (args, message) => {
    expect(() => parseCommand(args)).toThrow(message);
  });
});
