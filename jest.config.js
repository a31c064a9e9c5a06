/** One runner for everything: unit and property tests beside the code, end-to-end tests in test/. */
module.exports = {
  roots: ['<rootDir>/shared', '<rootDir>/subgraphs', '<rootDir>/gateway/src', '<rootDir>/sample', '<rootDir>/test'],
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/harness/global-setup.ts',
  globalTeardown: '<rootDir>/test/harness/global-teardown.ts',
  maxWorkers: 2,
  testTimeout: 60_000,
};
