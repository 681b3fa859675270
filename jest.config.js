'use strict';

// One project for each kind of test: `npx jest --selectProjects unit`. `npm test` runs them all, see scripts/test.mjs.

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '(?:\\.tsx?|/jsondiffpatch/lib/.*\\.js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  // What is compiled already, and what Strapi is made of, is not compiled again; jsondiffpatch is ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!jsondiffpatch/)', '/dist/', '/\\.tmp/'],
  modulePathIgnorePatterns: ['<rootDir>/\\.tmp/', '<rootDir>/dist/', '<rootDir>/playground/dist/'],
};

const project = (name, options = {}) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
  ...options,
});

module.exports = {
  projects: [
    project('unit'),
    project('integration', {
      // Which database: TEST_DATABASE = sqlite (default), postgres, mysql.
      globalSetup: '<rootDir>/tests/helpers/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/helpers/global-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/helpers/setup-integration.ts'],
    }),
    project('install', { globalSetup: '<rootDir>/tests/helpers/global-setup-install.mjs' }),
    project('e2e', {
      // The magazine with its history and the admin panel, on SQLite.
      globalSetup: '<rootDir>/tests/helpers/global-setup-browser.mjs',
      globalTeardown: '<rootDir>/tests/helpers/global-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/e2e/helpers/setup.ts'],
    }),
  ],
};
