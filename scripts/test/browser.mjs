import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first is Chromium without a window and what draws it: tests take a third less. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const HOW_TO_GET_A_BROWSER =
  'No Chromium or Chrome was found. Install one (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium; or https://www.google.com/chrome), or name one in CHROMIUM_PATH, and run this again.';

/**
 * The path of an installed Chromium or Chrome, or undefined.
 *
 * @param {NodeJS.ProcessEnv} env `CHROMIUM_PATH` comes first, then `PATH`
 */
export function findBrowser(env = process.env, exists = existsSync) {
  if (env.CHROMIUM_PATH) {
    return exists(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  }
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => NAMES.map(name => join(folder, name)));
  return [...onPath, ...FIXED_PLACES].find(path => exists(path));
}
