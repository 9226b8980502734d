// T28: what the product brings along is listed by one command (`npm run sbom`, CycloneDX), whole, and under licences that may be passed on with it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

const listOf = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      licenses: z.array(z.object({ license: z.object({ id: z.string() }).optional(), expression: z.string().optional() })).default([]),
    }),
  ),
});

/** Licences without duties that we do not fulfil by shipping the packages as they are, their texts in them. */
const free = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'Unlicense',
  'CC0-1.0',
  '0BSD',
  'Zlib',
  'Python-2.0',
  // Of files, not of what is built with them: we change none.
  'MPL-2.0',
]);

/** An SPDX expression of which one side of each "or", and both of each "and", is free. */
const isFree = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => free.has(licence)));

/** Of a package that names no licence in its description, the one whose text it brings along. */
function licenceInFile(name: string): string {
  const file = path.join(root, 'node_modules', name, 'LICENSE');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /Permission is hereby granted, free of charge,[\s\S]*THE SOFTWARE IS PROVIDED "AS IS"/i.test(text) ? 'MIT' : '';
}

test('every package is listed with a licence that may be passed on', () => {
  const list = listOf.parse(JSON.parse(execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, maxBuffer: 64e6 }).toString()));
  const wrong = list.components.flatMap(({ name, version, licenses }) => {
    const told = licenses.map(({ license, expression }) => license?.id ?? expression ?? '').join(' AND ');
    const said = told === '' ? licenceInFile(name) : told;
    return isFree(said) ? [] : [`${name}@${version}: ${said}`];
  });
  expect(wrong).toEqual([]);
  const versions = z.record(z.string(), z.string());
  const own = z.object({ dependencies: versions, devDependencies: versions });
  const { dependencies, devDependencies } = own.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const listed = new Set(list.components.map(({ name, version }) => `${name}@${version}`));
  // `npm:package@version` is another's package under a name of ours.
  const wanted = Object.entries({ ...dependencies, ...devDependencies }).map(
    ([name, version]) => `${name}@${version.replace(/^npm:.*@/, '')}`,
  );
  expect(wanted.filter((one) => !listed.has(one))).toEqual([]);
});
