// The project's own configuration, its browser behind the guard that keeps pages from private addresses.
import { defineConfig } from '@playwright/test';
import config from './playwright.config';

const [width, height] = process.env.TESTFORGE_VIEWPORT!.split('x').map(Number);

export default defineConfig(config, {
  use: {
    viewport: { width, height },
    launchOptions: {
      ...config.use?.launchOptions,
      proxy: { server: process.env.TESTFORGE_GUARD!, bypass: process.env.TESTFORGE_GUARD_BYPASS },
    },
  },
});
