// What a file would do, before it is done: counts before and after, what happens to requests, what was not understood.
import { useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, Refused } from '#design/button.tsx';
import { CheckField } from '#design/fields/field.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Columns } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { useEditionDays } from '#modules/expos/ui/edition/words.tsx';
import { ChangedCells, decidedOf, type CellDecisions } from './changed-cells.tsx';
import { firstFew } from '#kernel/writing/first-few.ts';
import type { ImportPreview } from '../edition/answers.ts';
import { CompaniesRead } from './companies-read.tsx';
import { groupOf, MayBeOne, type RowOf } from './may-be-one.tsx';

export type Confirmation = 'empty_only' | 'replace' | 'replace_although_released';

export type KeptCells = ReturnType<typeof decidedOf>['keep'];

interface ImportPreviewedProps {
  readonly preview: ImportPreview;
  readonly reading: boolean;
  /** With the preview as it is in the chosen way. */
  readonly onRead: (chosen: ImportPreview, confirm: Confirmation, keepCells: KeptCells) => void;
  readonly onCancel: () => void;
  /** Groups of rows that were said to be companies of their own. */
  readonly apart: ReadonlySet<string>;
  readonly onApart: (group: string) => void;
  readonly onLeave: (rows: readonly RowOf[]) => void;
  /** What is said of rows that are left out. */
  readonly children?: ReactNode;
}

const confirmationFor = { empty: 'empty_only', filled: 'replace', released: 'replace_although_released' } as const;

export function ImportPreviewed({ preview: seen, reading, onRead, onCancel, children, apart, onApart, onLeave }: ImportPreviewedProps) {
  const { t } = useText();
  const { list } = useFormats();
  const [asking, setAsking] = useState(false);
  const [way, setWay] = useState(seen.way);
  const [without, setWithout] = useState(false);
  const [decisions, setDecisions] = useState<CellDecisions>(new Map());
  if (seen.ways.every(({ changes }) => !changes)) return <NothingToRead onCancel={onCancel} />;
  const read = { ...seen, ...seen.ways.find((one) => one.way === way) };
  const decided = decidedOf(read.cells, decisions);
  const { changed } = read.requests;
  const preview = { ...read, requests: { ...read.requests, changed: Math.max(0, changed - decided.requestsKept) } };
  const { participants, requests } = preview.after;
  const held = preview.tables.map((table) => t(`meetings.table_${table}`));
  const isRoster = preview.tables.some((table) => table === 'participants' || table === 'requests');
  const whole = isRoster ? t('meetings.import_read', { participants, requests }) : t('meetings.import_parts', { held: list(held) });
  const label = preview.way === 'add' ? t('meetings.import_way_add') : whole;
  const bringIn = () => {
    setAsking(false);
    onRead(preview, confirmationFor[preview.state], decided.keep);
  };
  const unsaid = preview.doubled.filter((one) => !apart.has(groupOf(one))).length;
  const missing = [
    ...(unsaid > 0 ? [{ text: t('meetings.import_one_unsaid', { count: unsaid }) }] : []),
    ...(preview.lacksRequests && !without ? [{ text: t('meetings.import_no_requests') }] : []),
    ...(decided.open > 0 ? [{ text: t('meetings.cells_undecided', { count: decided.open }) }] : []),
  ];
  const asks = preview.days !== null || preview.state === 'released' || (replacesSomething(preview) && preview.way === 'replace');
  return (
    <div className="after">
      {seen.ways.length > 1 && !reading && <Ways preview={seen} way={preview.way} onChoose={setWay} />}
      <h3>{t('meetings.import_would')}</h3>
      <PreviewCounts preview={preview} />
      <Replaced preview={preview} />
      {!reading && <ChangedCells cells={preview.cells} decisions={decisions} onDecide={setDecisions} />}
      {!reading && <CompaniesRead companies={preview.companies} />}
      <MayBeOne doubled={preview.doubled} answers={apart} reading={reading} {...{ onApart, onLeave }} />
      <MadeOfRows preview={preview} />
      <NamesRead names={preview.readAlike} />
      <WishesTold preview={preview} />
      {children}
      {preview.lacksRequests && !reading && (
        <Notice kind="refused" heading={t('meetings.import_no_requests')}>
          <CheckField
            name="withoutRequests"
            label={t('meetings.import_without')}
            hint={t('meetings.import_without_hint')}
            checked={without}
            onChange={setWithout}
          />
        </Notice>
      )}
      {reading ? (
        <Progress sentence={t('meetings.import_reading')} onCancel={onCancel} cancelText={t('meetings.import_stop')} />
      ) : (
        <Buttons after>
          {preview.changes &&
            (missing.length > 0 ? (
              <Refused reasons={missing}>{label}</Refused>
            ) : (
              <Button kind="go" onPress={asks ? () => setAsking(true) : bringIn}>
                {label}
              </Button>
            ))}
          <Button kind="text" onPress={onCancel}>
            {t('meetings.import_other')}
          </Button>
        </Buttons>
      )}
      <Confirm open={asking} onClose={() => setAsking(false)} title={t(questionOf(preview))} confirmText={label} onConfirm={bringIn}>
        <DaysChange preview={preview} />
        <PeopleGo preview={preview} />
        {preview.state === 'released' && <p>{t('meetings.import_although_released')}</p>}
        {replacesSomething(preview) && preview.way === 'replace' && <p>{t('meetings.import_replaces')}</p>}
        <CountFacts preview={preview} />
        <RequestFacts requests={preview.requests} />
      </Confirm>
    </div>
  );
}

/** What is asked before it is read in. */
function questionOf(preview: ImportPreview) {
  const { way, state, days } = preview;
  const replaces = replacesSomething(preview);
  if (way === 'replace' && state !== 'empty' && replaces) return 'meetings.import_question';
  return days === null ? 'meetings.import_question_add' : 'meetings.import_question_days';
}

type Way = ImportPreview['way'];

/** The choice of what becomes of what is there, each with what comes of it. */
function Ways({
  preview: { ways, tables },
  way,
  onChoose,
}: {
  readonly preview: ImportPreview;
  readonly way: Way;
  readonly onChoose: (way: Way) => void;
}) {
  const { t } = useText();
  const ofPeople = tables.includes('participants');
  const options = ways.map(({ way: value, people, requests }) => {
    const name = t(`meetings.import_way_${value}`);
    const { added, changed, withdrawn: gone } = requests;
    return ofPeople
      ? { value, text: t('meetings.import_people', { way: name, ...people }) }
      : { value, text: t('meetings.import_requests', { way: name, added, changed, gone }) };
  });
  return (
    <ChoiceField
      name="way"
      label={t(ofPeople ? 'meetings.import_ways_people' : 'meetings.import_ways_requests')}
      value={way}
      options={options}
      onChange={(chosen) => onChoose(chosen === 'add' ? 'add' : 'replace')}
    />
  );
}

/** How many are lost, said where it is so. */
function PeopleGo({ preview: { people } }: { readonly preview: ImportPreview }) {
  const { t } = useText();
  return people.gone === 0 ? null : (
    <p>
      <b>{t('meetings.import_people_go', { count: people.gone })}</b>
    </p>
  );
}

/** On which days the edition is held from then on. */
function DaysChange({ preview: { days } }: { readonly preview: ImportPreview }) {
  const { t } = useText();
  const daysOf = useEditionDays();
  return days === null ? null : (
    <Notice kind="refused" heading={t('meetings.import_days', { days: daysOf(days) })}>
      {t('meetings.import_days_text')}
    </Notice>
  );
}

function NothingToRead({ onCancel }: Pick<ImportPreviewedProps, 'onCancel'>) {
  const { t } = useText();
  return (
    <Notice
      live
      heading={t('meetings.import_nothing')}
      actions={
        <Button kind="text" onPress={onCancel}>
          {t('meetings.import_other')}
        </Button>
      }
    />
  );
}

/** Of parts that are not counted themselves, whose they are: where there is none of those, there is none of them. */
const partsOf: Readonly<Partial<Record<ImportPreview['tables'][number], readonly (typeof kinds)[number][]>>> = {
  contacts: ['participants'],
  unavailable: ['participants', 'interpreters'],
  orders: ['meetings'],
  fixed: ['meetings'],
};

/** Whether a part that the file holds is there already; of one of which that is not known it is asked. */
const replacesSomething = ({ state, tables, before }: ImportPreview): boolean =>
  state !== 'empty' &&
  tables.some((table) => (partsOf[table] ?? kinds.filter((kind) => kind === table)).some((kind) => before[kind] > 0) || isUncounted(table));

const isUncounted = (table: ImportPreview['tables'][number]): boolean =>
  partsOf[table] === undefined && kinds.every((kind) => kind !== table);

/** What there will be more or fewer of. */
function CountFacts({ preview: { before, after } }: { readonly preview: ImportPreview }) {
  const { t } = useText();
  const { number } = useFormats();
  const changed = kinds.filter((kind) => before[kind] !== after[kind]);
  return (
    <Facts
      entries={changed.map((kind) => ({
        term: t(`meetings.count_${kind}`),
        value: t('meetings.count_change', { before: number(before[kind]), after: number(after[kind]) }),
        end: true,
      }))}
    />
  );
}

const kinds = ['participants', 'requests', 'meetings', 'slots', 'tables', 'stands', 'groups', 'interpreters'] as const;
type Kind = (typeof kinds)[number];

function PreviewCounts({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText();
  const { number } = useFormats();
  const { before, after } = preview;
  const columns: readonly Column<Kind>[] = [
    { key: 'kind', head: t('meetings.what'), naming: true, cell: (kind) => t(`meetings.count_${kind}`) },
    { key: 'before', head: t('meetings.before'), end: true, cell: (kind) => number(before[kind]) },
    { key: 'after', head: t('meetings.after_import'), end: true, cell: (kind) => number(after[kind]) },
  ];
  return (
    <Columns>
      <div className="c6">
        <DataTable
          caption={t('meetings.import_would')}
          columns={columns}
          rows={kinds.filter((kind) => before[kind] + after[kind] > 0)}
          rowKey={(kind) => kind}
          rowState={(kind) => (before[kind] === after[kind] ? 'quiet' : undefined)}
          keepColumns
        />
      </div>
      <div className="c6">
        <RequestFacts requests={preview.requests} />
      </div>
    </Columns>
  );
}

function RequestFacts({ requests }: { readonly requests: ImportPreview['requests'] }) {
  const { t } = useText();
  const { number } = useFormats();
  const changes = ['added', 'changed', 'withdrawn', 'kept'] as const;
  return (
    <Facts entries={changes.map((change) => ({ term: t(`meetings.requests_${change}`), value: number(requests[change]), end: true }))} />
  );
}

/** Which parts are replaced, and which stay because the file does not hold them. */
function Replaced({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText();
  const { list } = useFormats();
  const held = list(preview.tables.map((table) => t(`meetings.table_${table}`)));
  const isOfRequests = preview.tables.includes('requests') && !preview.tables.includes('participants');
  const addsWhat = isOfRequests ? 'meetings.import_adds_requests' : 'meetings.import_adds';
  return (
    <>
      <p className="after">{t('meetings.import_holds', { held })}</p>
      <DaysChange preview={preview} />
      {preview.state === 'released' && <Notice kind="refused" heading={t('meetings.import_although_released')} />}
      {preview.changes ? (
        preview.state !== 'empty' &&
        (preview.way === 'add' || replacesSomething(preview)) && (
          <Notice heading={t(preview.way === 'replace' ? 'meetings.import_replaces' : addsWhat)}>
            <PeopleGo preview={preview} />
          </Notice>
        )
      ) : (
        <Notice heading={t('meetings.import_nothing')} />
      )}
    </>
  );
}

/** Names of a list that are written otherwise in the edition, with who was meant by them. */
function NamesRead({ names }: { readonly names: ImportPreview['readAlike'] }) {
  const { t, language } = useText();
  const { list } = useFormats();
  const shown = names.map((one) => t('meetings.import_name_read', one));
  return names.length === 0 ? null : (
    <p className="note">{t('meetings.import_names_read', { count: names.length, names: firstFew(shown, 8, language, list) })}</p>
  );
}

/** Wishes that were joined, and those within one side. */
function WishesTold({ preview: { joined, sameSide } }: { readonly preview: ImportPreview }) {
  const { t, language } = useText();
  const { list } = useFormats();
  const shown = joined.map(({ sheet, row, into }) => t('meetings.import_joined_row', { sheet, row, into }));
  return (
    <>
      {joined.length > 0 && (
        <p className="note">{t('meetings.import_joined', { count: joined.length, rows: firstFew(shown, 8, language, list) })}</p>
      )}
      {sameSide > 0 && <p className="note">{t('meetings.import_same_side', { count: sameSide })}</p>}
    </>
  );
}

/** What became of rows that are none, and of stand numbers that no sheet lists. */
function MadeOfRows({ preview: { aside, madeStands, madeTopics } }: { readonly preview: ImportPreview }) {
  const { t, language } = useText();
  const { list } = useFormats();
  const few = (all: readonly string[]): string => firstFew(all, 8, language, list);
  const rowsOf = aside.map(({ sheet, row }) => t('meetings.import_rows', { sheet, rows: String(row), count: 1 }));
  return (
    <>
      {aside.length > 0 && <p className="note">{t('meetings.import_aside', { rows: few(rowsOf), count: aside.length })}</p>}
      {madeStands.length > 0 && (
        <p className="note">{t('meetings.import_stands', { count: madeStands.length, stands: few(madeStands) })}</p>
      )}
      {madeTopics.length > 0 && (
        <p className="note">{t('meetings.import_topics', { count: madeTopics.length, topics: few(madeTopics) })}</p>
      )}
    </>
  );
}
