// The same browser, started in the same way, for every tool in the comparison.
export const launchOptions = {
  executablePath: process.env.TESTFORGE_BROWSER || '/usr/lib/chromium/chromium-headless-shell',
  headless: true,
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--force-color-profile=srgb', '--hide-scrollbars',
  ],
};

export const viewport = { width: 1280, height: 720 };

export function report(tool, pages, seconds, extra = {}) {
  console.log(JSON.stringify({ tool, pages, seconds: Number(seconds.toFixed(3)), pagesPerSecond: Number((pages / seconds).toFixed(2)), ...extra }));
}
