// What deploy/ sets is what the server reads: a setting misspelt there would be passed over without a word.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');
const settingsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:HANSA_[A-Z_]+|DATABASE_[A-Z_]*URL|SMTP_URL|MAIL_FROM|LOG_LEVEL)\b/g)].map(([name]) => name);

test('every setting named in deploy/ stands in docs/operate.md, and config.ts reads it', () => {
  const known = settingsIn(read('docs', 'operate.md'));
  const read24 = settingsIn(read('src', 'platform', 'config.ts'));
  // Passwords that compose.yaml puts into the addresses of the database.
  const own = ['HANSA_MIGRATOR_PASSWORD', 'HANSA_SERVER_PASSWORD'];
  for (const file of readdirSync(join(root, 'deploy')))
    for (const name of settingsIn(read('deploy', file)).filter((setting) => !own.includes(setting))) {
      expect(known, `${name} in deploy/${file}`).toContain(name);
      expect(read24, `${name} in deploy/${file}`).toContain(name);
    }
});

test('what the service and the image start is there', () => {
  const started = [...`${read('deploy', 'hansa.service')}${read('deploy', 'Dockerfile')}`.matchAll(/scripts\/[\w-]+\.mjs/g)].map(
    ([path]) => path,
  );
  expect(started.length).toBeGreaterThan(2);
  for (const path of started) expect(read(path).length).toBeGreaterThan(0);
});

test('the proxy is told everything that its configuration asks for, and of every node that runs beside it', () => {
  const [compose, proxy] = [read('deploy', 'compose.yaml'), read('deploy', 'haproxy.cfg')];
  const asked = [...proxy.matchAll(/"\$\{(\w+)\}"/g)].map(([, name = '']) => name);
  const told = new Map([...compose.matchAll(/^ {6}(\w+): (\S+)$/gm)].map(([, name = '', value = '']) => [name, value]));
  expect(asked.sort()).toEqual(['CERTIFICATE', 'LISTEN_PLAIN', 'LISTEN_TLS', 'NODE_1', 'NODE_2']);
  for (const name of asked) expect(told.get(name), name).toBeDefined();
  const nodes = [...compose.matchAll(/^ {2}(hansa-\d+):\n {4}<<: \*node$/gm)].map(([, name = '']) => `${name}:4000`);
  expect(nodes).toEqual([told.get('NODE_1'), told.get('NODE_2')]);
  // What a node believes of X-Forwarded-For, only the proxy writes; and it comes from the network of the containers.
  expect(proxy).toContain('del-header x-forwarded-for');
  expect(/HANSA_PROXIES: (\S+)/.exec(compose)?.[1]).toBe(/subnet: (\S+)/.exec(compose)?.[1]);
});
