// Writes src/platform/postgres/schema.ts from a freshly migrated database: the types of every table.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrationFolders } from '#platform/postgres/migration-folders.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { ensureRoles } from '#platform/postgres/roles.ts';

/** Whose id a column of UUIDs holds, by its name; `id` itself is the table's. A name that is not here holds what several kinds share. */
const idsByName: Readonly<Record<string, string>> = {
  Account: 'account created_by entered_by merged_by pinned_by removed_by revoked_by said_by undone_by written_by',
  Office: 'lead_office office office_id offices owner_office shared_with',
  City: 'a_city b_city city city_id from_city into_city other_city to_city',
  Agreement: 'agreement_id follows_id frame_id',
  AgreedItem: 'carried_from item_id',
  Carrier: 'carrier_id',
  Document: 'document_id',
  Edition: 'edition_id',
  Exchange: 'exchange_id visit_id',
  Expo: 'expo_id',
  Group: 'group_id parent_id',
  Interpreter: 'interpreter_id',
  Organisation: 'organisation_id',
  Outcome: 'outcome_id part_of',
  OutcomeEntry: 'reverses',
  Participant: 'participant_id',
  Place: 'place_id',
  ReferenceImport: 'current_import files_of import_id planned_on withdrawn_by_import',
  ReferenceSet: 'set_id',
  Slot: 'slot_id',
  Speaker: 'speaker_id',
  Source: 'entered_from source_id',
  Stand: 'stand_id',
  Statement: 'statement_id supersedes',
  Tie: 'tie_id',
  Topic: 'need_topics offer_topics topic_id',
  Webhook: 'webhook_id',
};
/** What a table's `id` is the id of, where that is not the table's name; and columns whose name means several things. */
const idsByTable: Readonly<Record<string, string>> = {
  'outcomes.rate_table.replaces': 'RateTable',
  'outcomes.rate_choice.table_id': 'RateTable',
  'accounts.register_office': 'Office',
  'cities.cities': 'City',
  'cities.city.merged_into': 'City',
  'cities.label_policy': 'LabelRule',
  'cities.merge': 'CityMerge',
  'cities.published_entry': 'ProfileEntry',
  'cities.relation': 'CityRelation',
  'evidence.source.merged_into': 'Source',
  'evidence.statements': 'Statement',
  'expos.editions': 'Edition',
  'expos.groups': 'Group',
  'expos.interpreters': 'Interpreter',
  'expos.participant_group': 'Group',
  'expos.participants': 'Participant',
  'expos.speaker_answer.item_id': 'ProgrammeItem',
  'expos.places': 'Place',
  'expos.slots': 'Slot',
  'expos.stands': 'Stand',
  'expos.topics': 'Topic',
  'outcomes.confirmation': 'OutcomeConfirmation',
  'outcomes.entry': 'OutcomeEntry',
  'outcomes.rate': 'OutcomeRate',
  'reference.import': 'ReferenceImport',
  'reference.set': 'ReferenceSet',
  'ties.class': 'TieClass',
};
/** Whose ids a module takes as plain texts: those of modules below it. Meetings has but its offices' as ids. */
const plain: Readonly<Record<string, readonly string[]>> = {
  outcomes: ['City', 'Organisation'],
  platform: ['Account', 'Office', 'Mail'],
  reference: ['City'],
  ties: ['Organisation', 'ReferenceImport', 'ReferenceSet'],
};
/** Documents (jsonb) of the kernel by the names of their columns; what a module alone knows it tells itself (`Shapes`). */
const documentsByName: Readonly<Record<string, string>> = {
  FlexDate: 'due ends occurred renew_by signed_on starts valid_from valid_to value_date',
  MultilingualText: 'body description label labels name note post text title venue',
};
/** Tables that keep the language somebody reads: one of those of the interface, which the program alone tells. */
const readers = new Set(
  'accounts.account expos.letter expos.registration expos.registration_consent outcomes.follow_up outcomes.follow_up_answer'.split(' '),
);
/** Words whose closed list a module tells, since no check of the database does: a name, or a column. */
const told = new Set([
  'domain',
  'domains',
  'evidence.pin.subject_kind',
  'expos.listing.meets_at',
  'outcomes.party.role',
  'reference.problem.outcome',
  'reference.set.visibility',
]);

const byName = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(lists).flatMap(([type, names]) => names.split(' ').map((name) => [name, type])));
const [ids, documents] = [byName(idsByName), byName(documentsByName)];
const pascal = (name: string): string => name.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** The words that a check allows (`kind in (…)`), else null. */
  readonly words: readonly string[] | null;
}

const columnsQuery = `select c.oid::regclass::text as "table", a.attname as name, format_type(a.atttypid, null) as type, (
    select array(select word[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') as word)
    from pg_constraint k where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(' || a.attname || ' = ANY \\(ARRAY\\[')
    order by 1 limit 1) as words
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped`;

/** What TypeScript is to know of a column beyond what PostgreSQL tells; null where that is all. */
function typeOf({ table, name, type, words }: Column): string | null {
  if (told.has(name) || told.has(`${table}.${name}`)) return `Shape<'${told.has(name) ? 'domain' : `${table}.${name}`}'>`;
  if (name === 'language' && readers.has(table)) return 'Language';
  if (words !== null) return words.map((word) => `'${word}'`).join(' | ');
  if (type === 'jsonb' || type === 'json') return `Document<${documents.get(name) ?? `Shape<'${table}.${name}'>`}>`;
  if (!type.startsWith('uuid')) return null;
  const [schema = '', own = ''] = table.split('.');
  const kind = idsByTable[`${table}.${name}`] ?? (name === 'id' ? (idsByTable[table] ?? pascal(own)) : ids.get(name));
  const isPlain = schema === 'meetings' ? name !== 'owner_office' && name !== 'office_id' : plain[schema]?.includes(kind ?? '');
  return kind === undefined || isPlain === true ? null : `Id<'${kind}'>`;
}

const root = join(import.meta.dirname, '..');
const target = process.argv[2] ?? join(root, 'src/platform/postgres/schema.ts');
const header = `// Generated by "npm run db:types" from the migrations; never edited by hand.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';

/** Documents and words that a module alone knows, by table and column: its store declares them where it reads them (declaration merging). */
export interface Shapes {}

type Shape<C extends string> = C extends keyof Shapes ? Shapes[C] : unknown;

type Given<T> = T extends readonly unknown[] ? string : T | string;

/** A document (jsonb), written as it is or as its text; a list as its text alone, since the driver takes lists for arrays. */
type Document<T> = ColumnType<T, Given<T>, Given<T>>;
`;
const folder = mkdtempSync(join(tmpdir(), 'hansa-types-'));
const postgres = await startEmbeddedPostgres({ folder, durability: 'volatile' });
try {
  await ensureRoles(postgres.migratorUrl, postgres.serverUrl);
  await migrate(postgres.migratorUrl, migrationFolders);
  const out = join(folder, 'schema.ts');
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect',
      'postgres',
      '--url',
      postgres.migratorUrl,
      '--out-file',
      out,
      '--exclude-pattern',
      '{migration,sign_in,jobs}.*',
      '--date-parser',
      'string',
      '--no-domains',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const client = new pg.Client(postgres.migratorUrl);
  await client.connect();
  const { rows } = await client.query<Column>(columnsQuery);
  await client.end();
  const typed = new Map(rows.map((column) => [`${pascal(column.table.replace('.', '_'))}.${column.name}`, typeOf(column)]));
  let table = '';
  const lines = readFileSync(out, 'utf8')
    .split('\n')
    .map((line) => {
      table = /^export interface (\w+)/.exec(line)?.[1] ?? table;
      const type = typed.get(`${table}.${/^ {2}(\w+):/.exec(line)?.[1] ?? ''}`);
      const known = type === undefined || type === null ? line : line.replace(/\b(string|Json)\b(?=.*;$)/, type);
      return table === '' ? known : known.replaceAll(/\w+(<'[\w.]+'>)?\[\]/g, (list) => `readonly ${list}`);
    });
  // Documents have their own types here, so those of any document have no use.
  const text = lines
    .join('\n')
    .replace(/\/\*\*[\s\S]*?\*\/\n/, header)
    .replace(/export type Json = [\s\S]*?(?=export type Numeric)/, '');
  writeFileSync(target, text);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
