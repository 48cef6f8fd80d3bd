import { defineConfig } from '@playwright/test';

const port = process.env.SHOP_PORT ?? '4173';

export default defineConfig({
  testDir: './specs',
  expect: { timeout: 3_000 },
  retries: 0,
  use: {
    actionTimeout: 3_000,
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: process.env.TESTFORGE_BROWSER, args: ['--no-sandbox'] },
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: `node server.mjs ${port} ${process.env.SHOP ?? 'before'}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
