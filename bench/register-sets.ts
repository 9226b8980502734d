// The world's two data sets as the benchmarks import and open them.
import type { Id } from '#kernel/ids.ts';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beginReferenceImport, readUpload } from '#modules/reference/api/begin-import.ts';
import { confirmReferenceImport, setReferenceMapping } from '#modules/reference/api/change-import.ts';
import { createReferenceSet } from '#modules/reference/api/keep-sets.ts';
import { closeReferenceSet, openReferenceSet, runOpening } from '#modules/reference/api/open-sets.ts';
import { getReferenceImport } from '#modules/reference/api/read-findings.ts';
import { runImport } from '#modules/reference/api/run-import.ts';
import type { ShownImport } from '#modules/reference/api/show-set.ts';
import { inWork, nobody } from '#platform/work.ts';
import { valueOf, type Installation } from './register-installation.ts';

export interface DataSet {
  readonly title: string;
  readonly licence: string;
  readonly file: string;
  readonly names: string | null;
  /** The table that the bare COPY fills. */
  readonly table: string;
  readonly format: string;
}

export const setsIn = (folder: string): readonly DataSet[] => [
  {
    title: 'Wikipedia',
    licence: 'CC BY-SA 4.0',
    file: join(folder, 'wikipedia-en-2026.csv'),
    names: null,
    table: 'a text, b text, c text, d text, e text, f text, g text, h text',
    format: 'format csv, header',
  },
  {
    title: 'Wikidata',
    licence: 'CC0 1.0',
    file: join(folder, 'wikidata-2016-relations.tsv'),
    names: join(folder, 'wikidata-2016-names.tsv'),
    table: 'a text, b text',
    format: 'format text',
  },
];

/** Files that are not there: the sets lie outside the project. */
export const missingOf = (sets: readonly DataSet[]): readonly string[] =>
  sets.flatMap(({ file, names }) => [file, names ?? file]).filter((file) => !existsSync(file));

export interface Spent {
  readonly seconds: number;
  /** Of the processor: ours, and the database's. */
  readonly own: number;
  readonly database: number;
}

export async function timed<T>({ databaseSeconds }: Installation, use: () => Promise<T>): Promise<Spent & { readonly value: T }> {
  const [began, cpu, database] = [performance.now(), process.cpuUsage(), databaseSeconds()];
  const value = await use();
  const { user, system } = process.cpuUsage(cpu);
  return { value, seconds: (performance.now() - began) / 1000, own: (user + system) / 1e6, database: databaseSeconds() - database };
}

const never = new AbortController().signal;

async function run({ database, account }: Installation, importId: Id<'ReferenceImport'>, step: 'read' | 'write'): Promise<void> {
  const onFault = (fault: unknown): void => {
    throw fault;
  };
  await runImport({ database, signal: never, onFault }, { importId, account, step });
}

const uploaded = (file: string): File => new File([readFileSync(file)], basename(file));

async function upload(installation: Installation, setId: Id<'ReferenceSet'>, { file, names }: DataSet): Promise<ShownImport> {
  const { database, account, as } = installation;
  const input = { setId, file: uploaded(file), ...(names === null ? {} : { names: uploaded(names) }) };
  const read = valueOf(await readUpload((use) => inWork(database, { ...nobody(), account }, use), input));
  return as('office', (work) => beginReferenceImport(work, input, read));
}

export interface Imported {
  readonly preview: Spent;
  readonly write: Spent;
  readonly result: ShownImport;
}

/** From the file to the set, as a person does it who agrees to what is shown. */
export async function importOnce(installation: Installation, setId: Id<'ReferenceSet'>, set: DataSet): Promise<Imported> {
  const { as } = installation;
  const see = (importId: Id<'ReferenceImport'>) => as('office', (work) => getReferenceImport(work, { importId }));
  const preview = await timed(installation, async () => {
    const { id, state, mapping } = await upload(installation, setId, set);
    if (state === 'mapping') await as('office', (work) => setReferenceMapping(work, { importId: id, mapping }));
    await run(installation, id, 'read');
    return see(id);
  });
  if (preview.value.state !== 'previewed') throw new Error(JSON.stringify(preview.value.failure));
  const { id, digest, samples } = preview.value;
  const write = await timed(installation, async () => {
    await as('office', (work) =>
      confirmReferenceImport(work, {
        importId: id,
        digest: digest ?? '',
        mode: 'each',
        keepTies: [],
        decidedTies: samples.filter(({ cells }) => cells.length > 0).length,
      }),
    );
    await run(installation, id, 'write');
    return see(id);
  });
  if (write.value.state !== 'done') throw new Error(JSON.stringify(write.value.failure));
  return { preview, write, result: write.value };
}

export async function createSet({ as, office }: Installation, { title, licence }: DataSet): Promise<Id<'ReferenceSet'>> {
  const source = { class: 'encyclopaedia' as const, title, publisher: null, address: null, date: null, passage: null, documentId: null };
  const facts = { name: { en: { text: title, origin: 'human' as const } }, licence, licenceAddress: null, credit: title };
  const made = await as('office', (work) => createReferenceSet(work, { office, ...facts, classCode: 'sister_city', source }));
  return made.id;
}

export async function openSet(installation: Installation, setId: Id<'ReferenceSet'>): Promise<Spent> {
  const { as, database, account } = installation;
  return timed(installation, async () => {
    await as('office', (work) => openReferenceSet(work, { setId }));
    await runOpening({ database, signal: never }, { setId, account });
  });
}

export async function closeSet(installation: Installation, setId: Id<'ReferenceSet'>): Promise<Spent> {
  const { as, database, account } = installation;
  return timed(installation, async () => {
    await as('office', (work) => closeReferenceSet(work, { setId }));
    await runOpening({ database, signal: never }, { setId, account });
  });
}
