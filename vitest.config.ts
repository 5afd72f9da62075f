import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By default one core is left idle, which on a runner of two doubles the time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/cli/**', 'test/pipelines/**', 'test/patterns.test.ts'],
          // Nothing here puts other modules in the place of ours, so all files share one load of them.
          isolate: false,
          // A runner that others share is slow at times, and that is no failure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // It watches how modules make their patterns while they are loaded, so it loads them itself.
      { test: { name: 'patterns', include: ['test/patterns.test.ts'], testTimeout: 60_000 } },
      // These run the built program; the build is made anew only where it is older than its sources.
      {
        test: {
          name: 'cli',
          include: ['test/cli/**/*.test.ts'],
          globalSetup: ['test/support/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // These run whole pipelines, so “npm test” leaves them to “npm run test:pipelines”.
      {
        test: {
          name: 'pipelines',
          include: ['test/pipelines/**/*.test.ts'],
          globalSetup: ['test/support/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
