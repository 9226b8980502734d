// The sections of a follow-through page under its big bar: by stage and kind, how sure, who answered, the path, beside the last editions.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Columns, Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Figure } from '#design/said.tsx';
import { AssuranceMark, StageMark } from '#design/stage-marks.tsx';
import { isEnd, type Stage } from '#modules/outcomes/domain/stages.ts';
import type { FollowThrough } from '../../contract/follow-through.ts';
import type { AnnouncementsSearch, ShownFate } from './address.ts';
import { Count, FatedTable, FateKey, type FatedRow } from './fates.tsx';

interface OfPage {
  readonly page: FollowThrough;
}

/** Where the figures of a page lead. */
const leads =
  ({ edition: { slug }, view }: FollowThrough, of: AnnouncementsSearch) =>
  (fate: ShownFate | null, count: number): ReactNode => (
    <Count slug={slug} count={count} search={{ ...of, ...(fate === null ? {} : { fate }), ...(view === 'own' ? { view } : {}) }} />
  );

/** Sums of one stage, each kind and currency by itself. */
function Sums({ sums, stage }: { readonly sums: FollowThrough['realised']; readonly stage: Stage }) {
  const { t } = useText();
  const formats = useFormats();
  const kinds = new Set(sums.map(({ kind }) => kind));
  if (sums.length === 0) return <Unknown>{t(stage === 'realised' ? 'reports.ft_none_confirmed' : 'reports.ft_no_amount')}</Unknown>;
  return sums.map(({ kind, amount }, at) => {
    const written = <Figure value={formats.money(amount, 'exact', 'table')} />;
    const Tag = at === 0 ? 'span' : 'small';
    return (
      <Tag key={`${kind} ${amount.currency}`} className="amt" data-stage={isEnd(stage) ? undefined : stage}>
        {written} {kinds.size > 1 && t(`outcomes.kind_${kind}`)}
      </Tag>
    );
  });
}

export function ByStage({ page }: OfPage) {
  const { t } = useText();
  const rows = page.byStage.map(({ stage, fates, announced, realised }): FatedRow => ({
    key: stage,
    name: isEnd(stage) ? t(`design.stage_${stage}`) : <StageMark stage={stage} />,
    tally: fates,
    count: leads(page, { stage }),
    cells: [<Sums key="announced" sums={announced} stage={stage} />, <Sums key="realised" sums={realised} stage="realised" />],
  }));
  const all: FatedRow = {
    ...{ key: 'all', name: t('reports.ft_all'), tally: page.fates, count: leads(page, {}), isSum: true },
    cells: [<Unknown key="announced">{t('reports.ft_not_added')}</Unknown>, <Sums key="realised" sums={page.realised} stage="realised" />],
  };
  return (
    <Section title={t('reports.ft_by_stage')} aside={t('reports.ft_by_stage_note')}>
      <FatedTable
        caption={t('reports.ft_by_stage')}
        head={t('reports.ft_announced_as')}
        rows={rows.length > 1 ? [...rows, all] : rows}
        more={[t('reports.ft_amount_announced'), t('reports.ft_amount_realised')]}
      />
      <FateKey />
    </Section>
  );
}

/** Only where there are several kinds. */
export function ByKind({ page }: OfPage) {
  const { t } = useText();
  if (page.byKind.length < 2) return null;
  return (
    <Section title={t('reports.ft_by_kind')}>
      <FatedTable
        caption={t('reports.ft_by_kind')}
        head={t('reports.ft_kind')}
        rows={page.byKind.map(({ kind, fates }) => ({
          key: kind,
          name: t(`outcomes.kind_${kind}`),
          tally: fates,
          count: leads(page, { kind }),
        }))}
      />
    </Section>
  );
}

export function HowSure({ page }: OfPage) {
  return (
    <Columns>
      <Sureness page={page} />
      <WhoAnswered page={page} />
      <Path page={page} />
    </Columns>
  );
}

function Sureness({ page: { sureness, inPart, papers, fates } }: OfPage) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <Section title={t('reports.ft_sureness')} span={4}>
      {sureness.length === 0 ? (
        <p className="note">{t('reports.ft_sureness_none')}</p>
      ) : (
        <>
          <Facts
            entries={sureness.map(({ assurance, things }) => ({
              term: <AssuranceMark assurance={assurance === 'reported' ? 'ours' : assurance} />,
              value: formats.number(things),
              end: true,
            }))}
          />
          {inPart > 0 && <p className="note after">{t('reports.ft_in_part', { count: inPart })}</p>}
          <p className="note after">{t('reports.ft_papers', { count: papers, total: formats.number(fates.kept) })}</p>
        </>
      )}
    </Section>
  );
}

function WhoAnswered({ page: { answers, reasons } }: OfPage) {
  const { t } = useText();
  const formats = useFormats();
  const { asked, answered } = answers;
  return (
    <Section title={t('reports.ft_answers')} span={4}>
      {asked === 0 ? (
        <p className="note">{t('reports.ft_nobody_asked')}</p>
      ) : (
        <Facts
          entries={[
            { term: t('reports.ft_asked'), value: formats.number(asked), end: true },
            { term: t('reports.ft_answered'), value: formats.number(answered), end: true },
            { term: t('reports.ft_answer_rate'), value: formats.percent(Math.round((answered / asked) * 100) / 100), end: true },
            { term: t('reports.ft_cannot_say'), value: formats.number(reasons.cannot_say), end: true },
            { term: t('reports.ft_stopped'), value: formats.number(reasons.stopped), end: true },
          ]}
        />
      )}
    </Section>
  );
}

const meetingSteps = ['asked', 'placed', 'held', 'leads'] as const;
const resultSteps = ['intended', 'signed', 'realised', 'verified'] as const;

function Path({ page: { stated, path } }: OfPage) {
  const { t } = useText();
  const formats = useFormats();
  const steps = stated?.steps ?? null;
  const above = steps === null ? [] : meetingSteps.map((step) => ({ step, count: steps[step], turns: false }));
  const all = [...above, ...resultSteps.map((step, at) => ({ step, count: path[step], turns: at === 0 && above.length > 0 }))];
  const most = Math.max(1, ...all.map(({ count }) => count ?? 0));
  return (
    <Section title={t('reports.ft_path')} span={4}>
      <ul className="path">
        {all.map(({ step, count, turns }) => (
          <li key={step} className={turns ? 'turn' : undefined}>
            <span>{t(`reports.ft_step_${step}`)}</span>
            {count === null ? <span /> : <i aria-hidden="true" style={{ inlineSize: `${(count / most) * 100}%` }} />}
            <span>{count === null ? <Unknown>{t('reports.ft_too_few')}</Unknown> : formats.number(count)}</span>
          </li>
        ))}
      </ul>
      <p className="note after">
        {steps === null || stated === null
          ? t('reports.ft_path_results')
          : `${t('reports.ft_path_note')} ${t('reports.ft_path_on', { day: formats.day(stated.on, 'text') })}`}
      </p>
    </Section>
  );
}

export function Beside({ page: { beside } }: OfPage) {
  const { t } = useText();
  const formats = useFormats();
  if (beside === null) return null;
  const rate = ({ asked, answered }: (typeof beside.editions)[number]): ReactNode =>
    asked === 0 ? <Unknown>{t('reports.ft_why_not_asked')}</Unknown> : formats.percent(Math.round((answered / asked) * 100) / 100);
  return (
    <Section title={t('reports.ft_beside')} aside={t('reports.ft_beside_note', { months: beside.months })}>
      <FatedTable
        caption={t('reports.ft_beside')}
        head={t('reports.ft_edition')}
        rows={beside.editions.map((edition, at) => ({
          key: edition.slug,
          name:
            at === 0 ? (
              <Named text={edition.name} quiet />
            ) : (
              <Link to="/editions/$slug/follow-through" params={{ slug: edition.slug }}>
                <Named text={edition.name} quiet />
              </Link>
            ),
          tally: edition.fates,
          count: null,
          cells: [rate(edition)],
        }))}
        more={[t('reports.ft_answer_rate')]}
      />
    </Section>
  );
}

/** What is in no figure of the page, and why. */
export function LeftOut({ page: { left } }: OfPage) {
  const { t } = useText();
  return (
    <>
      {left.uncounted > 0 && <p className="note">{t('reports.ft_left_uncounted', { count: left.uncounted })}</p>}
      {left.related > 0 && <p className="note">{t('reports.ft_left_related', { count: left.related })}</p>}
      {left.tookPart > 0 && <p className="note">{t('reports.ft_left_took_part', { count: left.tookPart })}</p>}
    </>
  );
}

/** What the organiser states of its own results that are not public: beside the figures, in none of them. */
export function Unlisted({ page: { stated } }: OfPage) {
  const { t } = useText();
  const unlisted = stated?.unlisted ?? null;
  if (unlisted === null) return null;
  return (
    <p className="note">
      {t('reports.ft_unlisted', { count: unlisted.total })}{' '}
      {unlisted.fates === null ? t('reports.ft_unlisted_no_fates') : t('reports.ft_unlisted_fates', unlisted.fates)}
    </p>
  );
}
