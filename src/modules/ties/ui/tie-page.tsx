// A tie for whoever may see it: two harbours, the line between them, its years, and what each side says; its offices enter more here.
import { later } from '#design/notices/later.tsx';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Buttons } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Columns, Rich, Section, Title } from '#design/page.tsx';
import { Figure } from '#design/said.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { SourceName, VisibilityWord } from '#modules/evidence/ui/said.tsx';
import type { Tie } from '../contract/shapes.ts';
import { yearsSince } from '../domain/anniversaries.ts';
import { saysAsMuch } from '#modules/evidence/domain/value.ts';
import type { Side } from '../domain/tie.ts';
import { tiesQueries } from './client.ts';
import { DomainBars } from './domain-row.tsx';
import { ContestedDates, PairLine, type PairEnd } from './pair-line.tsx';
import { orderOf } from './tie-order.ts';
import { TieTimeline } from './exchange/tie-timeline.tsx';
import { useClassName } from './words.tsx';
import './contents.css';

/** Drawn beside or below what is read first: their code comes after it. */
const TieLanes = later(() => import('./exchange/tie-lanes.tsx'), 'TieLanes');
const TieAgreements = later(() => import('./agreement/tie-agreements.tsx'), 'TieAgreements');
const TieVisits = later(() => import('./exchange/tie-visits.tsx'), 'TieVisits');
const TieCarriers = later(() => import('./carriers/tie-carriers.tsx'), 'TieCarriers');
const TieStatements = later(() => import('./tie-statements.tsx'), 'TieStatements');
// Only desks and third parties meet it.
const TieOthers = later(() => import('./others/tie-others.tsx'), 'TieOthers');
const OfficeBar = later(() => import('./office-bar.tsx'), 'OfficeBar');
const KeepNotice = later<'KeepNotice', object>(() => import('./office-bar.tsx'), 'KeepNotice');

/** Places for sections of modules below. */
export interface TieSlots {
  /** The tie in sentences. */
  readonly opening?: (tie: Tie) => ReactNode;
  /** What came of it. */
  readonly outcomes?: (tie: Tie, office: string | null) => ReactNode;
  /** What else binds the two: what was learned, forums that both came to, lists that name the tie. */
  readonly beside?: (tie: Tie) => ReactNode;
  /** Links to what the public reads, files and prints. */
  readonly report?: (tie: Tie) => ReactNode;
}

export function TiePage({ slots }: { readonly slots: TieSlots }) {
  const { t } = useText();
  const { slug } = useParams({ from: '/ties/$slug' });
  const data = useRead(tiesQueries.getTie.queryOptions({ input: { tie: slug } }));
  if (data === undefined) return <Skeleton label={t('ties.tie')} lines={8} />;
  if (data.slug !== slug) return <Navigate to="/ties/$slug" params={{ slug: data.slug }} replace />;
  return <Shown tie={data} slots={slots} />;
}

function Shown({ tie, slots }: { readonly tie: Tie; readonly slots: TieSlots }) {
  const { t } = useText();
  const naming = useNaming();
  const session = useSession();
  const mayKeep = session?.offices.some(({ id }) => id === tie.cities.a.officeId || id === tie.cities.b.officeId) === true;
  const kept = tie.kept.find(({ mayEdit }) => mayEdit) ?? tie.kept[0];
  const office = kept?.mayEdit === true ? kept.office : null;
  const [first, second] = orderOf(tie);
  const countIn = (state: Tie['domains'][number]['state']): number => tie.domains.filter((mark) => mark.state === state).length;
  const counted = (['alive', 'quiet', 'ahead', 'undated', 'empty'] as const)
    .map((state) => ({ state, count: countIn(state) }))
    .filter(({ state, count }) => count > 0 || (state !== 'ahead' && state !== 'undated'))
    .map(({ state, count }) => t(`ties.count_${state}`, { count }));
  return (
    <>
      <Title silent title={t('ties.title_of', { first: naming(tie.cities[first].name), second: naming(tie.cities[second].name) })} />
      <Crumb tie={tie} />
      <Harbours tie={tie} />
      {slots.opening?.(tie)}
      <Contents carriers={tie.carriers.length > 0 || office !== null} />
      {kept === undefined ? (
        <>
          {mayKeep && <KeepNotice />}
          {slots.report !== undefined && (
            <div className="noprint spaced">
              <Buttons>{slots.report(tie)}</Buttons>
            </div>
          )}
        </>
      ) : (
        <OfficeBar tie={tie} office={kept.office} mayEdit={kept.mayEdit} report={slots.report?.(tie)} />
      )}
      {tie.ofOthers.length > 0 && <TieOthers tie={tie} />}
      {slots.outcomes?.(tie, office)}
      <Section title={t('ties.years_drawn')} aside={t('ties.silence_note')}>
        <TieLanes tie={tie} />
      </Section>
      <Columns>
        <div className="c7">
          <TieTimeline tie={tie} office={office} />
          <TieVisits tie={tie} />
        </div>
        <div className="c5">
          <TieAgreements tie={tie} office={office} />
          {(tie.carriers.length > 0 || office !== null) && <TieCarriers tie={tie} office={office} />}
        </div>
      </Columns>
      {slots.beside?.(tie)}
      <TieStatements tie={tie} office={office} />
      <Section id="domains" title={t('ties.domains')} aside={counted.join(t('ties.comma'))}>
        <DomainBars marks={tie.domains} />
      </Section>
    </>
  );
}

const parts = {
  happened: 'what_happened',
  agreements: 'agreements',
  carriers: 'carriers',
  said: 'what_is_said',
  domains: 'domains',
} as const;

/** The way to what lies screens below; on paper it is read from the top. */
function Contents({ carriers }: { readonly carriers: boolean }) {
  const { t } = useText();
  return (
    <nav className="contents noprint" aria-label={t('ties.tie')}>
      {(['happened', 'agreements', 'carriers', 'said', 'domains'] as const).map(
        (part) =>
          (carriers || part !== 'carriers') && (
            <a key={part} href={`#${part}`}>
              {t(`ties.${parts[part]}`)}
            </a>
          ),
      )}
    </nav>
  );
}

function Crumb({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  const naming = useNaming();
  return (
    <p className="crumb">
      {tie.kept.length > 0 ? <Link to="/desk">{t('ties.ties')}</Link> : <Link to="/cities">{t('cities.register')}</Link>} &ensp;
      {tie.ownSide === null ? t('ties.neutral_copy') : t('ties.copy_of', { city: naming(tie.cities[tie.ownSide].name) })}
    </p>
  );
}

/** Who gives the year alone does not agree on the day. */
function datedBy({ first, agreeing }: Tie['shown'][number]['shown']): 'dates_agree' | 'dates_coarser' | 'date_one_source' {
  if (first === null || agreeing.length === 0) return 'date_one_source';
  return agreeing.some(({ value }) => saysAsMuch(value, first.value)) ? 'dates_agree' : 'dates_coarser';
}

function Harbours({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(tie.classes);
  const [first, second] = orderOf(tie);
  const established = tie.shown.find(({ attribute }) => attribute === 'established')?.shown;
  const since = established?.first?.value;
  const until = tie.shown.find(({ attribute }) => attribute === 'ended')?.shown.first?.value;
  const className = tie.shown.find(({ attribute }) => attribute === 'class')?.shown.first?.value;
  const words = className?.type === 'code' ? nameOf(className.code) : t('ties.no_class');
  const years = since?.type === 'date' && until === undefined && established?.contested !== true ? yearsSince(since.date, tie.today) : null;
  const agreement =
    established === undefined || established.first === null || established.contested
      ? ''
      : established.differing.length > 0
        ? t('ties.dates_differ')
        : t(`ties.${datedBy(established)}`);
  return (
    <PairLine
      first={endOf(tie, first)}
      second={endOf(tie, second)}
      above={
        since?.type === 'date' ? (
          <>
            {t('ties.since_word')}
            {established?.contested === true ? (
              <ContestedDates shown={established} />
            ) : (
              <b>
                <Figure value={formats.flexDate(since.date)} />
              </b>
            )}
            {until?.type === 'date' && ` ${t('ties.until_day', { day: formats.spelt(formats.flexDate(until.date)) })}`}
          </>
        ) : (
          t('ties.since_unknown')
        )
      }
      below={[words, years !== null ? t('ties.years', { count: years }) : '', agreement]
        .filter((part) => part !== '')
        .join(t('ties.comma'))}
    />
  );
}

const endOf = (tie: Tie, side: Side): PairEnd => ({
  name: tie.cities[side].name,
  slug: tie.cities[side].slug,
  status: tie.status[side]?.code ?? null,
  words: <SideWords tie={tie} side={side} />,
});

/** How a side states the tie, and where it says so. */
function SideWords({ tie, side }: { readonly tie: Tie; readonly side: Side }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const city = naming(tie.cities[side].name);
  const said = tie.status[side];
  const statement = tie.statements.find(({ id }) => id === said?.statementId);
  const reason = tie.statements.find(({ id }) => id === said?.reasonId);
  if (said === null) return <p>{t('ties.side_says_nothing', { city })}</p>;
  const status = t(`ties.status_${said.code}`);
  return (
    <p>
      {said.since === null ? (
        <b>{status}</b>
      ) : (
        <Rich text={t('ties.status_from', { status, day: formats.spelt(formats.flexDate(said.since)) })} />
      )}
      {t('ties.side_says', { city })}
      {statement !== undefined && (
        <>
          <br />
          <span className="note">
            <SourceName source={statement.source} office={statement.office.name} />
          </span>
        </>
      )}
      {reason?.value.type === 'text' && (
        <>
          <br />
          <span className="note">
            <Named text={reason.value.text} quiet /> <VisibilityWord statement={reason} />
          </span>
        </>
      )}
    </p>
  );
}
