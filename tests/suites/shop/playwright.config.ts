import { defineConfig } from '@playwright/test';

const port = process.env.SHOP_PORT ?? '4173';

export default defineConfig({
  testDir: './specs',
  timeout: 8_000,
  expect: { timeout: 1_500 },
  retries: 0,
  use: {
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
