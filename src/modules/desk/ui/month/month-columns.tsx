// What the month asks: what falls in it and, in the month of today, what is coming, visits and whose turn it is, and what waits for an answer.
import { chooseText, writing } from '#kernel/language.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Attention, Columns, Note, Section } from '#design/page.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import { useItemWord } from '#modules/outcomes/ui/evidence/papers-asked.tsx';
import type { Desk } from '../../contract/register.ts';
import { TwoAnswers } from '../answers/two-answers.tsx';
import { hasPassed, type MonthEntry, type MonthPage } from '../../domain/month-page.ts';
import { TieLink, useShortDate } from './desk-words.tsx';
import { FewRows } from './few-rows.tsx';

type Call = Desk['calls'][number];
type Expiring = Desk['papers'][number];
export type DeskMonth = MonthPage<Call, Expiring>;
type Entry = MonthEntry<Call, Expiring>;

interface MonthColumnsProps {
  readonly desk: Desk;
  readonly page: DeskMonth;
}

export function MonthColumns(props: MonthColumnsProps) {
  return props.page.isNow ? <NowColumns {...props} /> : <OtherMonth {...props} />;
}

/** A month that is not today's: what falls in it, and nothing that stands only now. */
function OtherMonth({ desk, page: { within } }: MonthColumnsProps) {
  const { t } = useText();
  const entries = useEntryRows(desk)(within);
  return (
    <Section title={t('desk.in_month')} count={within.length} aside={t('desk.only_today')}>
      {within.length === 0 ? (
        <Note>{t('desk.nothing_in_month')}</Note>
      ) : (
        <div className="monthlist">
          <Rows entries={entries} label={t('desk.in_month')} />
        </div>
      )}
    </Section>
  );
}

function NowColumns({ desk, page }: MonthColumnsProps) {
  const { t } = useText();
  const rowsOf = useEntryRows(desk);
  const { overdue, within, coming } = page;
  const turns = desk.visits.filter(({ turn }) => turn === 'ours').length;
  return (
    <Columns>
      <div className="c3 stacked">
        {overdue.length > 0 && (
          <MonthSection title={t('desk.overdue')} count={overdue.length} attention>
            <FewRows entries={rowsOf(overdue)} label={t('desk.overdue')} />
          </MonthSection>
        )}
        <MonthSection
          title={t('desk.in_month')}
          count={within.length}
          none={t('desk.nothing_in_month')}
          attention={within.some(({ late }) => late)}
        >
          <FewRows entries={rowsOf(within)} label={t('desk.in_month')} few={overdue.length > 0 ? 1 : 3} />
        </MonthSection>
      </div>
      <div className="c3 stacked">
        <MonthSection
          title={t('desk.coming')}
          count={coming.length}
          none={t('desk.nothing_coming')}
          aside={<Note>{t('desk.coming_note')}</Note>}
        >
          <FewRows entries={rowsOf(coming)} label={t('desk.coming')} />
        </MonthSection>
      </div>
      <div className="c3 stacked">
        <MonthSection
          title={t('ties.visits')}
          count={desk.visits.length}
          none={t('desk.no_visits')}
          aside={
            <Note>
              {turns > 0 && (
                <>
                  <VisibilityMark visibility="private" /> {t('desk.turns', { count: turns })}
                </>
              )}
            </Note>
          }
        >
          <VisitRows desk={desk} />
        </MonthSection>
        {desk.quiet.length > 0 && <QuietTies desk={desk} />}
      </div>
      <div className="c3 stacked">
        <TwoAnswers officeId={desk.office} />
      </div>
    </Columns>
  );
}

interface MonthSectionProps {
  readonly title: string;
  readonly count: number;
  /** What stands there where nothing does. */
  readonly none?: string;
  readonly attention?: boolean;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

function MonthSection({ title, count, none, attention = false, aside, children }: MonthSectionProps) {
  return (
    <Section {...{ title, count, attention }} {...(aside === undefined || count === 0 ? {} : { aside })}>
      {count === 0 ? <Note>{none}</Note> : children}
    </Section>
  );
}

/** Anything with a time as a row: the city and what it is, in one line. */
function useEntryRows(desk: Desk): (entries: readonly Entry[]) => readonly RowEntry[] {
  const { t } = useText();
  const short = useShortDate(desk.today);
  return (entries) =>
    entries.map((entry, at) => ({
      ...(hasPassed(entry, desk.today) ? { detail: t('desk.passed') } : {}),
      key: `${entry.kind} ${entry.kind === 'call' ? entry.entryId : entry.kind === 'paper' ? entry.outcomeId : entry.tieId} ${at}`,
      when: short(entry.on),
      late: entry.late,
      what:
        entry.kind === 'call' ? (
          <CallWords desk={desk} call={entry} />
        ) : entry.kind === 'paper' ? (
          <PaperWords paper={entry} />
        ) : (
          <DueWords desk={desk} due={entry} />
        ),
    }));
}

function DueWords({
  desk,
  due: { kind, tieId, title, late, years, round },
}: {
  readonly desk: Desk;
  readonly due: Exclude<Entry, { kind: 'call' | 'paper' }>;
}) {
  const { t } = useText();
  const words = t('ties.years', { count: years ?? 0 });
  return (
    <>
      <TieLink desk={desk} tieId={tieId} />{' '}
      {kind === 'anniversary' ? (
        round ? (
          <b>{words}</b>
        ) : (
          words
        )
      ) : (
        <>
          {kind !== 'item' && `${t(kind === 'renewal' ? 'ties.renew_by' : late ? 'desk.has_ended' : 'desk.ends')}${t('ties.colon')}`}
          {title !== null && <Named text={title} quiet />}
        </>
      )}{' '}
      {late && <Attention>{t('desk.late')}</Attention>}
    </>
  );
}

/** A partner call of the office: to be put off or taken back where its last day comes. */
function CallWords({ desk, call: { entryId, city, title, late } }: { readonly desk: Desk; readonly call: Call }) {
  const { t } = useText();
  return (
    <>
      <Link to="/cities/$slug/profile/$entry" params={{ slug: city.slug, entry: entryId }}>
        <Named text={title} quiet />
      </Link>{' '}
      {t('desk.partner_call')}
      {city.id !== desk.city?.id && (
        <>
          {t('ties.colon')}
          <Named text={city.name} quiet />
        </>
      )}{' '}
      {late && <Attention>{t('desk.call_over')}</Attention>}
    </>
  );
}

/** A paper that proves a stage of an outcome: to be asked for anew where its last day comes. */
function PaperWords({ paper: { outcomeId, title, item, itemTitle, late } }: { readonly paper: Expiring }) {
  const { t } = useText();
  const itemWord = useItemWord();
  return (
    <>
      <Link to="/outcomes/$id" params={{ id: outcomeId }}>
        <Named text={title} quiet />
      </Link>
      {t('ties.colon')}
      {t(late ? 'desk.paper_expired' : 'desk.paper_expires', { paper: itemWord({ item, title: itemTitle }) })}{' '}
      {late && <Attention>{t('desk.late')}</Attention>}
    </>
  );
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
  const rows = desk.visits.map(({ tieId, inward, outward, turn, lastTitle }): RowEntry => {
    const wasIn = outward.last === null || (inward.last !== null && inward.last.text > outward.last.text);
    const last = wasIn ? inward.last : outward.last;
    return {
      key: tieId,
      when: t(wasIn ? 'desk.inward' : 'desk.outward'),
      what: <TieLink desk={desk} tieId={tieId} />,
      detail: (
        <>
          {last !== null && formats.spelt(formats.flexDate(last, 'table'))}
          {last !== null && lastTitle !== null && writing[language].blank}
          {lastTitle !== null && <Named text={lastTitle} quiet />}
        </>
      ),
      end: turn === null ? t('desk.turn_unclear') : turnWords(tieId, turn),
    };
  });
  return <FewRows entries={rows} label={t('ties.visits')} />;
}

/** Ties that are quiet by the office's own rule, behind a line; nobody else learns that it thinks so. */
function QuietTies({ desk }: { readonly desk: Desk }) {
  const { t } = useText();
  const short = useShortDate(desk.today);
  const title = t('desk.quiet_for', { count: desk.quietMonths ?? 0 });
  const rows = desk.quiet.map(({ tieId, last }): RowEntry => ({
    key: tieId,
    when: short(last),
    what: <TieLink desk={desk} tieId={tieId} />,
  }));
  return (
    <details className="quietties">
      <summary>
        {title} <span className="count">{desk.quiet.length}</span> <VisibilityMark visibility="private" />
      </summary>
      <FewRows entries={rows} label={title} few={8} />
    </details>
  );
}
