// /cities/$slug/scorecard: a city's ties and what came of them on one page, each figure leading to what it counts; held against no other city.
import { Link, Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { useAddress } from '#client/use-address.ts';
import { Button, ButtonAnchor, ButtonLink, Buttons } from '#design/button.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Named, useInOrderOfName, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section, Title } from '#design/page.tsx';
import { percentsOf } from '#kernel/percents.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import { assurances } from '#modules/outcomes/domain/assurance.ts';
import { ConvertedTable } from '#modules/outcomes/ui/rates/converted-totals.tsx';
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { unknownReasons } from '#modules/outcomes/domain/follow-up/fate.ts';
import { statuses } from '#modules/ties/domain/attributes.ts';
import { useClassName } from '#modules/ties/ui/words.tsx';
import type { Scorecard } from '../../contract/scorecard.ts';
import { answerStates, tellings } from '../../domain/scorecard/scorecard.ts';
import { FateBar, FateMark } from '../follow-through/fates.tsx';
import { reportsQueries } from '../client.ts';
import { scorecardSearch, type ScoredSearch } from './address.ts';
import './scorecard.css';

export function ScorecardPage() {
  const { t } = useText();
  const { slug } = useParams({ from: '/cities/$slug/scorecard' });
  const { view } = useAddress(scorecardSearch);
  const card = useRead(reportsQueries.getScorecard.queryOptions({ input: { city: slug, ...(view === undefined ? {} : { view }) } }));
  if (card === undefined) return <Skeleton label={t('reports.sc')} lines={10} />;
  if (card.city.slug !== slug) return <Navigate to="/cities/$slug/scorecard" params={{ slug: card.city.slug }} replace />;
  return (
    <>
      <Head card={card} />
      <Ties card={card} />
      {card.outcomes === 0 ? (
        <Section title={t('reports.sc_outcomes')}>
          <Empty heading={t('reports.sc_outcomes')}>{t('reports.sc_none')}</Empty>
        </Section>
      ) : (
        <>
          <Fates card={card} />
          <ByStage card={card} />
          {card.converted !== null && (
            <ConvertedTable
              converted={card.converted}
              cities={[card.city, ...card.ties.map(({ other }) => ({ ...other, id: other.slug }))]}
            />
          )}
          <Proof card={card} />
        </>
      )}
      {card.ties.length > 0 && <TieRows card={card} />}
    </>
  );
}

interface OfCard {
  readonly card: Scorecard;
}

function Head({ card: { city, view, asOf } }: OfCard) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const isMember = (useSession()?.offices.length ?? 0) > 0;
  const file = (format: string): string =>
    `/api/v1/cities/${city.slug}/scorecard/file?format=${format}${view === 'own' ? '&view=own' : ''}`;
  return (
    <>
      <Title
        title={t('reports.sc_title', { city: naming(city.name) })}
        crumb={
          <Link to="/cities/$slug" params={{ slug: city.slug }}>
            <Named text={city.name} quiet />
          </Link>
        }
        note={`${t('reports.sc_note', { date: formats.day(asOf, 'text') })} ${t(`reports.sc_${view}`)}`}
      />
      <div className="noprint">
        <Buttons>
          <Button onPress={() => print()}>{t('reports.sc_print')}</Button>
          <ButtonAnchor kind="text" href={file('csv')} download>
            {t('reports.sc_csv')}
          </ButtonAnchor>
          <ButtonAnchor kind="text" href={file('json')} download>
            {t('reports.sc_json')}
          </ButtonAnchor>
          {isMember && (
            <ButtonLink
              kind="text"
              to="/cities/$slug/scorecard"
              params={{ slug: city.slug }}
              search={view === 'own' ? {} : { view: 'own' }}
            >
              {t(view === 'own' ? 'reports.sc_see_public' : 'reports.sc_see_own')}
            </ButtonLink>
          )}
        </Buttons>
      </div>
    </>
  );
}

/** A figure that leads to the outcomes it counts. */
function Count({ card, count, of }: OfCard & { readonly count: number; readonly of: Omit<ScoredSearch, 'view'> }) {
  const formats = useFormats();
  if (count === 0) return formats.number(count);
  return (
    <Link
      to="/cities/$slug/scorecard/outcomes"
      params={{ slug: card.city.slug }}
      search={{ ...of, ...(card.view === 'own' ? { view: 'own' } : {}) }}
    >
      {formats.number(count)}
    </Link>
  );
}

interface Line {
  readonly key: string;
  readonly name: ReactNode;
  readonly count: ReactNode;
  /** Of all lines together. */
  readonly percent?: number | undefined;
}

/** Words with their figures, one below the other. */
function Lines({ caption, lines }: { readonly caption: string; readonly lines: readonly Line[] }) {
  const { t } = useText();
  const formats = useFormats();
  const hasPercent = lines.some(({ percent }) => percent !== undefined);
  const columns: readonly Column<Line>[] = [
    { key: 'name', head: t('reports.sc_what'), naming: true, cell: ({ name }) => name },
    { key: 'count', head: t('reports.sc_value'), end: true, cell: ({ count }) => count },
    ...(hasPercent
      ? [
          {
            key: 'percent',
            head: '%',
            end: true,
            cell: ({ percent }: Line) => (percent === undefined ? null : formats.percent(percent / 100)),
          },
        ]
      : []),
  ];
  return <DataTable caption={caption} showCaption columns={columns} rows={lines} rowKey={({ key }) => key} keepColumns />;
}

function Ties({ card }: OfCard) {
  const { t } = useText();
  const formats = useFormats();
  const { ties } = card;
  const nameOf = useNames(card);
  const classes = [...Map.groupBy(ties, ({ classCode }) => classCode)].toSorted(([one], [other]) =>
    (one ?? '~') < (other ?? '~') ? -1 : 1,
  );
  if (ties.length === 0)
    return (
      <Section title={t('reports.sc_ties')}>
        <Empty heading={t('reports.sc_ties')}>{t('reports.sc_no_ties')}</Empty>
      </Section>
    );
  const stated = [...statuses, null].flatMap((status): readonly Line[] => {
    const count = ties.filter((tie) => tie.status === status).length;
    if (count === 0 && status !== null) return [];
    const name = status === null ? t('reports.sc_not_stated') : t(`ties.status_${status}`);
    return [{ key: status ?? 'none', name, count: <a href="#ties">{formats.number(count)}</a> }];
  });
  return (
    <>
      <Section title={t('reports.sc_ties')} count={ties.length} aside={t('reports.sc_ties_note')}>
        <div className="scorelines">
          <Lines
            caption={t('reports.sc_by_class')}
            lines={classes.map(([code, all]) => ({
              key: code ?? 'none',
              name: code === null ? t('reports.sc_not_stated') : nameOf(code),
              count: <a href="#ties">{formats.number(all.length)}</a>,
            }))}
          />
          <Lines caption={t('reports.sc_by_status')} lines={stated} />
        </div>
      </Section>
    </>
  );
}

/** What classes are called, an office's own among them. */
const useNames = ({ ties }: Scorecard): ((code: string) => string) =>
  useClassName(
    ties.flatMap(({ classCode, className }) => (classCode === null || className === null ? [] : [{ code: classCode, name: className }])),
  );

function TieRows({ card }: OfCard) {
  const { t } = useText();
  const nameOf = useNames(card);
  const inOrder = useInOrderOfName();
  const ties = inOrder(card.ties.map((tie) => ({ ...tie, name: tie.other.name })));
  const formats = useFormats();
  const columns: readonly Column<Scorecard['ties'][number]>[] = [
    {
      key: 'tie',
      head: t('reports.sc_ties'),
      naming: true,
      cell: ({ slug, other }) => (
        <Link to="/ties/$slug" params={{ slug }}>
          <Named text={other.name} quiet />
        </Link>
      ),
    },
    {
      key: 'class',
      head: t('reports.sc_class'),
      cell: ({ classCode }) => (classCode === null ? t('reports.sc_not_stated') : nameOf(classCode)),
    },
    {
      key: 'status',
      head: t('reports.sc_status'),
      cell: ({ status }) => (status === null ? t('reports.sc_not_stated') : t(`ties.status_${status}`)),
    },
    {
      key: 'outcomes',
      head: t('reports.sc_outcomes'),
      end: true,
      cell: ({ slug, outcomes }) => (
        <Link to="/ties/$slug/report" params={{ slug }}>
          {formats.number(outcomes)}
        </Link>
      ),
    },
  ];
  return (
    <div className="noprint">
      <Section title={t('reports.sc_outcomes_of')} id="ties">
        <DataTable caption={t('reports.sc_outcomes_of')} columns={columns} rows={ties} rowKey={({ slug }) => slug} brief />
      </Section>
    </div>
  );
}

/** What is counted: outcomes that stand for several as that many, and what stands alone. */
function useFatesNote({ things, wholes }: Scorecard): string {
  const { t } = useText();
  if (wholes.outcomes === 0) return t('reports.sc_fates_note');
  return t('reports.sc_fates_of', { things, several: wholes.things, single: things - wholes.things, count: wholes.outcomes });
}

function Fates({ card }: OfCard) {
  const { t } = useText();
  const note = useFatesNote(card);
  const formats = useFormats();
  const percents = percentsOf(fates.map((fate) => card.fates[fate]));
  return (
    <Section title={t('reports.sc_fates')} aside={note}>
      <FateBar tally={card.fates} big />
      <div className="scorelines">
        <Lines
          caption={t('reports.sc_fates')}
          lines={fates.map((fate, at) => ({
            key: fate,
            percent: percents[at] ?? 0,
            count: <Count card={card} count={card.fates[fate]} of={{ fate }} />,
            name: (
              <>
                <FateMark fate={fate} /> {t(`reports.sc_${fate}`)}
              </>
            ),
          }))}
        />
        {tellings
          .map((telling) => ({ telling, of: card.further[telling] }))
          .filter(({ of }) => of.came.length > 0)
          .map(({ telling, of: { came, rest } }) => (
            <Lines
              key={telling}
              caption={t(`reports.sc_further_${telling}`)}
              lines={[
                ...came.map(({ stage, things }) => ({
                  key: stage ?? 'dispute',
                  name: stage === null ? t('outcomes.in_dispute') : t(`design.stage_${stage}`),
                  count: formats.number(things),
                })),
                { key: 'rest', name: t('reports.sc_no_further'), count: formats.number(rest) },
              ]}
            />
          ))}
        <Lines
          caption={t('reports.sc_reasons')}
          lines={[
            ...unknownReasons.map((reason) => ({
              key: reason,
              name: t(`reports.sc_why_${reason}`),
              count: formats.number(card.reasons[reason]),
            })),
            ...(card.untold > 0 ? [{ key: 'untold', name: t('reports.sc_untold'), count: formats.number(card.untold) }] : []),
          ]}
        />
      </div>
    </Section>
  );
}

function ByStage({ card }: OfCard) {
  const { t } = useText();
  const formats = useFormats();
  type Row = Scorecard['byStage'][number];
  const columns: readonly Column<Row>[] = [
    { key: 'stage', head: t('reports.sc_by_stage'), naming: true, cell: ({ stage }) => t(`design.stage_${stage}`) },
    { key: 'all', head: t('reports.sc_all'), end: true, cell: ({ stage, count }) => <Count card={card} count={count} of={{ stage }} /> },
    ...assurances.map((sureness) => ({
      key: sureness,
      head: t(`design.assurance_${sureness}`),
      end: true,
      cell: ({ stage, sureness: of, inPart }: Row) => (
        <>
          <Count card={card} count={of[sureness]} of={{ stage, sureness }} />
          {sureness === 'reported' && inPart > 0 && <small>{t('reports.sc_of_them_in_part', { count: inPart })}</small>}
        </>
      ),
    })),
  ];
  return (
    <Section title={t('reports.sc_by_stage')} count={card.outcomes} aside={t('reports.sc_by_stage_note')}>
      <DataTable caption={t('reports.sc_by_stage')} columns={columns} rows={card.byStage} rowKey={({ stage }) => stage} />
      {card.tookPart > 0 && <p className="note">{t('reports.sc_took_part', { count: card.tookPart })}</p>}
      {card.offers.length > 0 && (
        <Lines
          caption={t('reports.sc_offers')}
          lines={card.offers.map(({ stage, count }) => ({ key: stage, name: t(`outcomes.offer_${stage}`), count: formats.number(count) }))}
        />
      )}
      {card.unstaged > 0 && <p className="note">{t('reports.sc_unstaged', { count: card.unstaged })}</p>}
    </Section>
  );
}

function Proof({ card }: OfCard) {
  const { t } = useText();
  const answered = percentsOf(answerStates.map((state) => card.answers[state]));
  const shown = percentsOf([card.papers.with, card.papers.without]);
  return (
    <Section title={t('reports.sc_papers')}>
      <div className="scorelines">
        <Lines
          caption={t('reports.sc_papers')}
          lines={(['with', 'without'] as const).map((paper, at) => ({
            key: paper,
            name: t(`reports.sc_${paper}`),
            count: <Count card={card} count={card.papers[paper]} of={{ paper }} />,
            percent: shown[at] ?? 0,
          }))}
        />
        <Lines
          caption={t('reports.sc_answers')}
          lines={answerStates.map((answer, at) => ({
            key: answer,
            name: t(`reports.sc_${answer}`),
            count: <Count card={card} count={card.answers[answer]} of={{ answer }} />,
            percent: answered[at] ?? 0,
          }))}
        />
      </div>
      <p className="note">{t('reports.sc_papers_note')}</p>
    </Section>
  );
}
