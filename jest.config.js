/** One runner for everything: unit and property tests beside the code, end-to-end tests in test/. */
module.exports = {
  roots: ['shared', 'subgraphs', 'gateway/src', 'reports', 'sample', 'import', 'pull', 'test'].map(
    (folder) => `<rootDir>/${folder}`,
  ),
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest', '/node_modules/(jose|hyparquet|hyparquet-writer)/.+\\.js$': '@swc/jest' },
  // The packages of ours that have no CommonJS, which is all that Jest runs.
  transformIgnorePatterns: ['/node_modules/(?!(jose|hyparquet|hyparquet-writer)/)'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/harness/global-setup.ts',
  globalTeardown: '<rootDir>/test/harness/global-teardown.ts',
  maxWorkers: 2,
  // Machines are shared: what takes seconds on a quiet one has taken minutes.
  testTimeout: 180_000,
};
