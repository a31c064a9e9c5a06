/** One runner for everything: unit and property tests beside the code, end-to-end tests in test/. */
module.exports = {
  roots: [
    '<rootDir>/shared',
    '<rootDir>/subgraphs',
    '<rootDir>/gateway/src',
    '<rootDir>/sample',
    '<rootDir>/test',
    '<rootDir>/scripts',
  ],
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
};
