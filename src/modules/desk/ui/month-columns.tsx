// What the month asks, in four columns: due, anniversaries, visits and whose turn it is, what waits for an answer and what is about to end.
import { chooseText } from '#kernel/language.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Attention, Columns, Note, Section } from '#design/page.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import type { FlexDate } from '#kernel/flex-date.ts';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { Desk } from '../contract/register.ts';
import { useAttributeName, useCodeName } from '#modules/ties/ui/words.tsx';

type Due = Desk['due'][number];

/** 15 Nov where the month is that of the page; else as much as is known. */
export function useShortDate(today: string): (date: FlexDate) => string {
  const formats = useFormats();
  return (date) =>
    date.text.length === 10 && date.text.slice(0, 4) === today.slice(0, 4) && date.qualifier === 'exact'
      ? formats.day(date.text, 'short')
      : formats.spelt(formats.flexDate(date, 'table'));
}

function TieLink({ desk, tieId }: { readonly desk: Desk; readonly tieId: string }) {
  const row = desk.rows.find((known) => known.tieId === tieId);
  if (row === undefined) return null;
  return (
    <Link to="/ties/$slug" params={{ slug: row.slug }}>
      {row.near !== null && (
        <>
          <Named text={row.near.name} quiet /> –{' '}
        </>
      )}
      <Named text={row.city.name} quiet />
    </Link>
  );
}

/** Something of another module that waits for the office's word; `at` is when it was said (ISO). */
export type WaitingRow = Omit<RowEntry, 'when'> & { readonly at: string };

interface MonthColumnsProps {
  readonly desk: Desk;
  readonly waiting: readonly WaitingRow[];
}

export function MonthColumns({ desk, waiting }: MonthColumnsProps) {
  const { t } = useText();
  const unanswered = desk.unanswered.length + waiting.length;
  const turns = desk.visits.filter(({ turn }) => turn === 'ours').length;
  return (
    <Columns>
      <MonthSection
        title={t('desk.due')}
        none={t('desk.nothing_due')}
        count={desk.due.length}
        attention={desk.due.some(({ late }) => late)}
      >
        <DueRows desk={desk} entries={desk.due} label={t('desk.due')} />
      </MonthSection>
      <MonthSection title={t('desk.anniversaries')} none={t('desk.no_anniversaries')} count={desk.anniversaries.length}>
        <AnniversaryRows desk={desk} />
      </MonthSection>
      <MonthSection
        title={t('ties.visits')}
        none={t('desk.no_visits')}
        count={desk.visits.length}
        note={turns === 0 ? undefined : t('desk.turns', { count: turns })}
      >
        <VisitRows desk={desk} />
      </MonthSection>
      <div className="c3 stacked">
        <MonthSection title={t('desk.unanswered')} none={t('desk.nothing_unanswered')} count={unanswered} isStacked>
          <UnansweredRows desk={desk} waiting={waiting} />
        </MonthSection>
        <MonthSection
          title={t('desk.endings_and_renewals')}
          none={t('desk.no_endings')}
          count={desk.endings.length + desk.calls.length}
          isStacked
        >
          {desk.endings.length > 0 && <DueRows desk={desk} entries={desk.endings} label={t('desk.endings_and_renewals')} />}
          {desk.calls.length > 0 && <CallRows desk={desk} />}
        </MonthSection>
        {desk.quietMonths !== null && (
          <MonthSection
            title={t('desk.quiet_for', { count: desk.quietMonths })}
            none={t('desk.none_quiet')}
            count={desk.quiet.length}
            isStacked
          >
            <QuietRows desk={desk} />
          </MonthSection>
        )}
      </div>
    </Columns>
  );
}

interface MonthSectionProps {
  readonly title: string;
  readonly none: string;
  readonly count: number;
  readonly attention?: boolean;
  readonly note?: string | undefined;
  /** One of several in a column. */
  readonly isStacked?: boolean;
  readonly children: ReactNode;
}

function MonthSection({ title, none, count, attention = false, note, isStacked = false, children }: MonthSectionProps) {
  return (
    <Section
      {...{ title, count, attention }}
      {...(isStacked ? {} : { span: 3 as const })}
      {...(note === undefined || count === 0 ? {} : { aside: note })}
    >
      {count === 0 ? <Note>{none}</Note> : children}
    </Section>
  );
}

function DueRows({ desk, entries, label }: { readonly desk: Desk; readonly entries: readonly Due[]; readonly label: string }) {
  const { t } = useText();
  const short = useShortDate(desk.today);
  const rows = entries.map(({ kind, tieId, on, late, title }, at): RowEntry => ({
    key: `${tieId} ${at}`,
    when: short(on),
    late,
    what: <TieLink desk={desk} tieId={tieId} />,
    detail: (
      <>
        {kind === 'renewal' && `${t('ties.renew_by')}${t('ties.colon')}`}
        {title !== null && <Named text={title} quiet />} {late && <Attention>{t('desk.late')}</Attention>}
      </>
    ),
  }));
  return <Rows entries={rows} label={label} />;
}

/** Partner calls of the office: to be put off or taken back where their last day comes. */
function CallRows({ desk }: { readonly desk: Desk }) {
  const { t } = useText();
  const short = useShortDate(desk.today);
  const rows = desk.calls.map(({ entryId, city, title, on, late }): RowEntry => ({
    key: entryId,
    when: short(on),
    late,
    what: (
      <Link to="/cities/$slug/profile/$entry" params={{ slug: city.slug, entry: entryId }}>
        <Named text={title} quiet />
      </Link>
    ),
    detail: (
      <>
        {t('desk.partner_call')}
        {city.id !== desk.city?.id && (
          <>
            {t('ties.colon')}
            <Named text={city.name} quiet />
          </>
        )}{' '}
        {late && <Attention>{t('desk.call_over')}</Attention>}
      </>
    ),
  }));
  return <Rows entries={rows} label={t('desk.partner_calls_ending')} />;
}

function AnniversaryRows({ desk }: { readonly desk: Desk }) {
  const { t } = useText();
  const short = useShortDate(desk.today);
  const rows = desk.anniversaries.map(({ tieId, on, years, round }): RowEntry => {
    const words = t('ties.years', { count: years ?? 0 });
    return {
      key: tieId,
      when: short(on),
      what: (
        <>
          <TieLink desk={desk} tieId={tieId} /> {round ? <b>{words}</b> : words}
        </>
      ),
    };
  });
  return <Rows entries={rows} label={t('desk.anniversaries')} />;
}

/** Visits, those first whose turn is ours; whose turn it is stays on one's own side. */
function VisitRows({ desk }: { readonly desk: Desk }) {
  const { t, language } = useText();
  const formats = useFormats();
  /** "Our turn" says nothing where neither city is the office's own. */
  const turnWords = (tieId: string, turn: 'ours' | 'theirs'): string => {
    const row = desk.rows.find((known) => known.tieId === tieId);
    if (row === undefined || row.near === null) return t(`desk.turn_${turn}`);
    return t('desk.turn_of', { city: chooseText((turn === 'ours' ? row.near : row.city).name, language).text });
  };
  const rows = desk.visits.slice(0, 8).map(({ tieId, inward, outward, turn, lastTitle }): RowEntry => {
    const wasIn = outward.last === null || (inward.last !== null && inward.last.text > outward.last.text);
    const last = wasIn ? inward.last : outward.last;
    return {
      key: tieId,
      when: t(wasIn ? 'desk.inward' : 'desk.outward'),
      what: <TieLink desk={desk} tieId={tieId} />,
      detail: (
        <>
          {last !== null && formats.spelt(formats.flexDate(last, 'table'))}
          {lastTitle !== null && (
            <>
              {' '}
              <Named text={lastTitle} quiet />
            </>
          )}
        </>
      ),
      end: turn === null ? t('desk.turn_unclear') : turnWords(tieId, turn),
    };
  });
  return (
    <>
      <Rows entries={rows} label={t('ties.visits')} />
      <Note>
        {t('desk.turn_note')} <VisibilityMark visibility="private" />
      </Note>
    </>
  );
}

/** Ties that are quiet by the office's own rule; nobody else learns that it thinks so. */
function QuietRows({ desk }: { readonly desk: Desk }) {
  const { t } = useText();
  const short = useShortDate(desk.today);
  const most = 8;
  const rows = desk.quiet.slice(0, most).map(({ tieId, last }): RowEntry => ({
    key: tieId,
    when: short(last),
    what: <TieLink desk={desk} tieId={tieId} />,
  }));
  return (
    <>
      <Rows entries={rows} label={t('desk.quiet_for', { count: desk.quietMonths ?? 0 })} />
      <Note>
        {desk.quiet.length > most && t('desk.quiet_more', { count: desk.quiet.length - most })} <VisibilityMark visibility="private" />
      </Note>
    </>
  );
}

/** The cities of a tie of the register in the order of its sides; nothing is named that the desk does not name. */
function sidesOf({ rows, city }: Desk, tieId: string) {
  const row = rows.find((known) => known.tieId === tieId);
  const [far, near] = [row?.city, row?.near ?? city];
  const both = [far, near].flatMap((one) => one ?? []).toSorted((x, y) => (x.id < y.id ? -1 : 1));
  const nobody = { name: {} };
  return { a: both[0] ?? nobody, b: both[1] ?? nobody };
}

/** What the other side says and we have not answered, with what we say ourselves; the tie is where one answers. */
function UnansweredRows({ desk, waiting }: MonthColumnsProps) {
  const { t } = useText();
  const short = useShortDate(desk.today);
  const codeName = useCodeName(desk.classes);
  const attributeName = useAttributeName();
  const most = 8;
  const ofTies = desk.unanswered.map((entry, at): WaitingRow => ({
    key: `${entry.tieId} ${at}`,
    at: entry.at,
    what: <TieLink desk={desk} tieId={entry.tieId} />,
    detail:
      entry.kind === 'item' ? (
        <>
          <Named text={entry.title} quiet />
          {t('ties.colon')}
          {t(`desk.they_say_${entry.state}`)}
        </>
      ) : (
        <>
          {attributeName(entry.attribute, sidesOf(desk, entry.tieId))}
          {t('ties.colon')}
          <Value value={entry.theirs} style="table" codeName={codeName} />
          {t('ties.semicolon_between')}
          {entry.ours === null ? (
            t('desk.we_say_nothing')
          ) : (
            <>
              {t('desk.we_say_otherwise')} <Value value={entry.ours} style="table" codeName={codeName} />
              {entry.isUnseen && t('desk.answer_unseen')}
            </>
          )}
        </>
      ),
  }));
  const all = [...ofTies, ...waiting].toSorted((x, y) => (x.at < y.at ? -1 : 1));
  const rows = all.slice(0, most).map(({ at, ...row }): RowEntry => ({
    ...row,
    when: short({ text: at.slice(0, 10), qualifier: 'exact' }),
  }));
  return (
    <>
      <Rows entries={rows} label={t('desk.unanswered')} />
      {all.length > most && <Note>{t('desk.unanswered_more', { count: all.length - most })}</Note>}
    </>
  );
}
