// What tests of imports share: an office with a set, and an import driven through its steps as the jobs would.
import type { Id } from '#kernel/ids.ts';
import { expect } from 'vitest';
import type { Result } from '#kernel/result.ts';
import type { TestDatabase, TestOffice } from '#platform/postgres/test-database.ts';
import { valueOf } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { beginReferenceImport, readUpload } from './begin-import.ts';
import { confirmReferenceImport, setReferenceMapping, undoReferenceImport } from './change-import.ts';
import { createReferenceSet } from './keep-sets.ts';
import { getReferenceImport } from './read-findings.ts';
import { runImport, type ImportJob } from './run-import.ts';
import type { ShownImport, ShownSet } from './show-set.ts';

export type As = <T>(use: (work: Work) => Promise<Result<T>>) => Promise<Result<T>>;

export const described = (title: string) => ({
  ...{ class: 'encyclopaedia' as const, title, publisher: null, address: null, date: null, passage: null, documentId: null },
});

export class Importer {
  readonly #db: TestDatabase;
  readonly #office: TestOffice;
  readonly as: As;

  constructor(db: TestDatabase, office: TestOffice) {
    this.#db = db;
    this.#office = office;
    this.as = (use) => db.as(office.owner, use);
  }

  createSet(title: string, more: Partial<Asked<'createReferenceSet'>> = {}): Promise<ShownSet> {
    const name = { en: { text: title, origin: 'human' as const } };
    const facts = { licence: 'CC BY-SA 4.0', licenceAddress: null, credit: title, classCode: null };
    const input = { office: this.#office.office, name, ...facts, source: described(title), ...more };
    return this.as((work) => createReferenceSet(work, input)).then(valueOf);
  }

  /** Does what the job would, in the test. */
  async run(importId: Id<'ReferenceImport'>, step: ImportJob['step'], signal = new AbortController().signal): Promise<ShownImport> {
    const onFault = (fault: unknown): void => {
      throw fault;
    };
    await runImport({ database: this.#db.database, signal, onFault }, { importId, account: this.#office.owner, step });
    return this.see(importId);
  }

  see(importId: Id<'ReferenceImport'>): Promise<ShownImport> {
    return this.as((work) => getReferenceImport(work, { importId })).then(valueOf);
  }

  async upload(setId: Id<'ReferenceSet'>, text: string | Uint8Array, name = 'ties.csv', names?: string): Promise<ShownImport> {
    const file = new File([typeof text === 'string' ? text : Buffer.from(text)], name);
    const input = { setId, file, ...(names === undefined ? {} : { names: new File([names], 'names.tsv') }) };
    const read = valueOf(await readUpload(this.as, input));
    return valueOf(await this.as((work) => beginReferenceImport(work, input, read)));
  }

  /** Agrees to what the columns were guessed to be. */
  async agree({ id, state, mapping, version }: ShownImport): Promise<void> {
    if (state !== 'mapping') return;
    const agreed = { importId: id, mapping };
    valueOf(await this.#db.as(this.#office.owner, (work) => setReferenceMapping(work, agreed), version));
  }

  /** Uploads, agrees to the columns, and reads: the preview. */
  async preview(setId: Id<'ReferenceSet'>, text: string, name?: string, names?: string): Promise<ShownImport> {
    const begun = await this.upload(setId, text, name, names);
    await this.agree(begun);
    const read = await this.run(begun.id, 'read');
    expect([read.state, read.failure]).toEqual(['previewed', null]);
    return read;
  }

  /** What the file says is taken of all ties, but for those that are kept. */
  async confirm({ id, digest, samples }: ShownImport, keepTies: Asked<'confirmReferenceImport'>['keepTies'] = []): Promise<ShownImport> {
    const decidedTies = samples.filter(({ cells }) => cells.length > 0).length;
    const input = { importId: id, digest: digest ?? '', mode: 'each' as const, keepTies, decidedTies };
    valueOf(await this.as((work) => confirmReferenceImport(work, input)));
    return this.run(id, 'write');
  }

  async undo({ id }: ShownImport): Promise<ShownImport> {
    valueOf(await this.as((work) => undoReferenceImport(work, { importId: id })));
    return this.run(id, 'undo');
  }

  /** From the file to the result. */
  async import(setId: Id<'ReferenceSet'>, text: string, name?: string, names?: string): Promise<ShownImport> {
    return this.confirm(await this.preview(setId, text, name, names));
  }
}
