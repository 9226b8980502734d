// /editions/$slug/suggestions: who is suggested how often, what it costs to share the popular out, who has nobody, and what is sought and not offered.
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons, TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { Named } from '#design/named.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Columns, Note, Rich, Section, Sentence } from '#design/page.tsx';
import { useTopics } from '#modules/expos/ui/market/market-fields.tsx';
import { matchingApi, matchingQueries } from '#modules/matching/ui/client.ts';
import { meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { SuggestionLetters } from './letters.tsx';
import { Became } from './became.tsx';
import { WhatWasLearned } from './learned.tsx';
import { NamedCurves, TopicMark, type Balance, type Point } from './balance-curves.tsx';
import { StandingSection, causes, type Group } from './standing.tsx';
import '#modules/matching/ui/bill.css';
import './suggest.css';

export function BalancePage() {
  const { t } = useText();
  return <EventPage title={t('meetings.balance_title')}>{(edition) => <Loaded edition={edition} />}</EventPage>;
}

const SECOND = 1000;

type Setting = Awaited<ReturnType<(typeof matchingApi)['getSuggesting']>>;

function Loaded({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const input = { editionId: edition.id };
  // What became of suggestions stands below; asked for with the rest, not after it.
  usePrefetchQuery(meetingsQueries.getEditionNumbers.queryOptions({ input }));
  const balance = useQuery({
    ...meetingsQueries.getBalance.queryOptions({ input }),
    refetchInterval: ({ state }) => (state.data?.isWorking === true ? SECOND : false),
    throwOnError: true,
  }).data;
  const setting = useQuery({ ...matchingQueries.getSuggesting.queryOptions({ input }), throwOnError: true }).data;
  if (balance === undefined || setting === undefined || balance.workedOut === null)
    return (
      <>
        <div role="status">{balance !== undefined && <Notice kind="plain">{t('meetings.balance_working')}</Notice>}</div>
        <Skeleton lines={10} />
      </>
    );
  const alone = balance.points[0];
  if (alone === undefined || balance.buyers === 0 || balance.exhibitors === 0)
    return (
      <Empty
        heading={t('meetings.balance_none')}
        actions={
          <ButtonLink to="/editions/$slug/setup/letters" params={{ slug: edition.slug }}>
            {t('meetings.balance_write')}
          </ButtonLink>
        }
      >
        {t('meetings.balance_none_text')}
      </Empty>
    );
  return <Drawn key={setting.version} {...{ edition, balance, setting, alone }} />;
}

interface DrawnProps {
  readonly edition: Edition;
  readonly balance: Balance;
  readonly setting: Setting;
  readonly alone: Point;
}

function Drawn({ edition, balance, setting, alone }: DrawnProps) {
  const { t } = useText();
  const formats = useFormats();
  const [share, setShare] = useState(setting.share);
  const [group, setGroup] = useState<Group | null>(null);
  const lookAt = (next: Group) => {
    setGroup(next);
    document.getElementById('who')?.scrollIntoView();
  };
  const at = balance.points.find((point) => point.share === share) ?? alone;
  const cost = formats.percent((1000 - at.kept) / 1000);
  return (
    <div className="balance">
      <div role="status">
        {balance.isWorking && balance.workedOut !== null && (
          <Notice kind="plain">{t('meetings.balance_as_of', { at: formats.dateTime(balance.workedOut, edition.timeZone) })}</Notice>
        )}
      </div>
      <p className="lead after">
        <Rich text={t('meetings.balance_lead', { overrun: alone.overrun, unnamed: alone.unnamed })} />
      </p>
      {share > 0 && <Sentence>{t('meetings.balance_lead_share', { share, overrun: at.overrun, unnamed: at.unnamed, cost })}</Sentence>}
      <Section title={t('meetings.balance_curve')} aside={t('meetings.balance_curve_note')}>
        <NamedCurves alone={alone} at={at} slots={balance.slots} />
      </Section>
      <Columns>
        <Section span={5} title={t('meetings.balance_slider')} aside={t('meetings.balance_slider_note')}>
          <Flat points={balance.points} alone={alone} />
          <Slider {...{ edition, setting, share, onShare: setShare }} />
        </Section>
        <Section span={7} title={t('meetings.balance_changes')}>
          <Changes balance={balance} points={[alone, at, balance.points.at(-1) ?? alone]} chosen={share} onGroup={lookAt} />
        </Section>
      </Columns>
      <Columns>
        <Section
          span={5}
          title={t('meetings.balance_without')}
          count={balance.without.reduce((sum, { count }) => sum + count, 0)}
          aside={t('meetings.balance_without_note')}
        >
          <Without edition={edition} balance={balance} onGroup={lookAt} />
        </Section>
        <Section span={7} id="topics" title={t('meetings.balance_topics')} aside={t('meetings.balance_topics_note')}>
          <Topics edition={edition} balance={balance} />
        </Section>
      </Columns>
      <StandingSection {...{ edition, share, group, onGroup: setGroup, counts: countsOf(at, balance), mayEdit: setting.mayEdit }} />
      <Became edition={edition} named={at.named.reduce((sum, times) => sum + times, 0)} />
      {setting.mayEdit && <SuggestionLetters edition={edition} />}
      {setting.mayEdit && <WhatWasLearned edition={edition} setting={setting} />}
      <Section title={t('meetings.balance_method')}>
        <p>{t('meetings.balance_method_words')}</p>
        <p>{t('meetings.balance_method_private')}</p>
      </Section>
    </div>
  );
}

/** Where sharing out has nothing to share it is said before anybody tries. */
function Flat({ points, alone }: { readonly points: readonly Point[]; readonly alone: Point }) {
  const { t } = useText();
  const figuresOf = ({ share: _, ...figures }: Point): string => JSON.stringify(figures);
  if (points.some((point) => figuresOf(point) !== figuresOf(alone))) return null;
  return (
    <p>
      {t('meetings.balance_flat')} {alone.overrun === 0 && t('meetings.balance_flat_fine')}
    </p>
  );
}

interface SliderProps {
  readonly edition: Edition;
  readonly setting: Setting;
  readonly share: number;
  readonly onShare: (share: number) => void;
}

function Slider({ edition, setting, share, onShare }: SliderProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(matchingQueries.key());
  const put = (change: Partial<Setting>, said: string) =>
    keep(
      () => {
        const { isOn, share: kept } = { ...setting, ...change };
        return matchingApi.changeSuggesting({ editionId: edition.id, isOn, share: kept }, { context: { ifMatch: setting.version } });
      },
      {
        said,
        undo: ({ version }) =>
          matchingApi.changeSuggesting(
            { editionId: edition.id, isOn: setting.isOn, share: setting.share },
            { context: { ifMatch: version } },
          ),
      },
    );
  return (
    <>
      <input
        type="range"
        min={0}
        max={100}
        step={10}
        value={share}
        aria-label={t('meetings.balance_slider')}
        onChange={(event) => onShare(Number(event.target.value))}
      />
      <p>
        <b>{t('meetings.balance_at', { share })}</b>
      </p>
      <Note>{t('meetings.balance_slider_help')}</Note>
      {action.trouble !== null && <Note>{action.trouble.message}</Note>}
      {setting.mayEdit && (
        <Buttons>
          {share === setting.share ? (
            <span className="muted">{t('meetings.balance_same')}</span>
          ) : (
            <Button kind="go" busy={action.busy} onPress={() => put({ share }, t('meetings.balance_kept', { share }))}>
              {t('meetings.balance_keep', { share })}
            </Button>
          )}
        </Buttons>
      )}
      <p>{t(setting.isOn ? 'meetings.balance_on' : 'meetings.balance_off')}</p>
      {setting.mayEdit && (
        <Button busy={action.busy} onPress={() => put({ isOn: !setting.isOn }, t('meetings.balance_switched'))}>
          {t(setting.isOn ? 'meetings.balance_switch_off' : 'meetings.balance_switch_on')}
        </Button>
      )}
    </>
  );
}

type Figure = Exclude<keyof Point, 'share' | 'named'>;

const figures = [
  ['overrun', 'overrun'],
  ['unnamed', 'unnamed'],
  ['in_vain', 'inVain'],
  ['empty', 'empty'],
  ['few', 'few'],
  ['top_tenth', 'topTenth'],
  ['small', 'small'],
  ['sum', 'kept'],
] as const satisfies readonly (readonly [string, Figure])[];
const asShare: readonly Figure[] = ['topTenth', 'small', 'kept'];

interface ChoosingProps {
  /** Leads to those of a figure by name. */
  readonly onGroup: (group: Group) => void;
}

interface ChangesProps extends ChoosingProps {
  readonly balance: Balance;
  readonly points: readonly Point[];
  readonly chosen: number;
}

const isNamed = (figure: Figure): figure is Figure & Group => ['overrun', 'unnamed', 'empty', 'few'].includes(figure);

/** The same figures at 0, at the chosen place and at 100; at the chosen one they lead to the names. */
function Changes({ balance, points, chosen, onGroup }: ChangesProps) {
  const { t } = useText();
  const formats = useFormats();
  const places = [...new Map(points.map((point) => [point.share, point])).values()];
  const small = formats.percent(balance.smallExhibitors / 1000);
  return (
    <>
      <DataTable
        caption={t('meetings.balance_what')}
        keepColumns
        rows={figures.filter(([, figure]) => figure !== 'small' || balance.smallCountries > 0)}
        rowKey={([word]) => word}
        columns={[
          {
            key: 'what',
            head: t('meetings.balance_what'),
            naming: true,
            cell: ([word]) => t(`meetings.balance_${word}`, { share: small }),
          },
          ...places.map((point) => ({
            ...{ key: String(point.share), head: t('meetings.balance_at', { share: point.share }), end: true },
            cell: ([word, figure]: (typeof figures)[number]) => {
              if (asShare.includes(figure)) return formats.percent(point[figure] / 1000);
              const count = formats.number(point[figure]);
              if (point.share !== chosen || point[figure] === 0 || !isNamed(figure)) return count;
              return (
                <TextAction aria-label={`${t(`meetings.balance_${word}`, { share: small })}: ${count}`} onPress={() => onGroup(figure)}>
                  {count}
                </TextAction>
              );
            },
          })),
        ]}
      />
      {balance.smallCountries > 0 && <Note>{t('meetings.balance_small_note')}</Note>}
    </>
  );
}

function Without({ edition, balance, onGroup }: ChoosingProps & { readonly edition: Edition; readonly balance: Balance }) {
  const { t } = useText();
  if (balance.without.length === 0) return <p className="muted">{t('meetings.balance_without_none')}</p>;
  return (
    <ul className="causes">
      {causes.map((why) => {
        const { count } = balance.without.find((one) => one.why === why) ?? { count: 0 };
        if (count === 0) return null;
        return (
          <li key={why}>
            <Button kind="text" onPress={() => onGroup(why)}>
              <b>{count}</b> {t(`meetings.balance_${why}`)}
            </Button>
            {why === 'nobody' && (
              <small>
                {' '}
                · <a href="#topics">{t('meetings.balance_see_topics')}</a>
              </small>
            )}
            {why === 'language' && (
              <small>
                {balance.remedies.map(({ languages, helps }) => ` · ${t('meetings.balance_remedy', { languages, count: helps })}`)} ·{' '}
                <Link to="/editions/$slug/setup/interpreters" params={{ slug: edition.slug }}>
                  {t('meetings.do_interpreters')}
                </Link>
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const countsOf = ({ few, empty, unnamed, overrun }: Point, { without }: Balance): Readonly<Record<Group, number>> => ({
  ...{ few, empty, unnamed, overrun, silent: 0, lapsed: 0, related: 0, nobody: 0, language: 0 },
  ...Object.fromEntries(without.map(({ why, count }) => [why, count])),
});

/** What is sought by more than offer it first: it says whom to invite. */
function Topics({ edition, balance }: { readonly edition: Edition; readonly balance: Balance }) {
  const { t } = useText();
  const counts = new Map(balance.topics.map((one) => [one.topicId, one]));
  const rows = useTopics(edition.id)
    .map(({ id, name }) => ({ id, name, sought: counts.get(id)?.sought ?? 0, offered: counts.get(id)?.offered ?? 0 }))
    .sort((one, other) => other.sought - other.offered - (one.sought - one.offered));
  if (rows.length === 0)
    return (
      <p>
        {t('meetings.balance_no_topics')}{' '}
        <Link to="/editions/$slug/setup/topics" params={{ slug: edition.slug }}>
          {t('meetings.balance_enter_topics')}
        </Link>
      </p>
    );
  const most = Math.max(0, ...rows.flatMap(({ sought, offered }) => [sought, offered]));
  const wanting = ({ sought, offered }: (typeof rows)[number]): string =>
    t(
      sought > 2 * offered
        ? 'meetings.balance_invite_exhibitors'
        : offered > 2 * sought
          ? 'meetings.balance_invite_buyers'
          : 'meetings.balance_even',
    );
  return (
    <DataTable
      caption={t('meetings.balance_topic')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'topic', head: t('meetings.balance_topic'), naming: true, cell: ({ name }) => <Named text={name} quiet /> },
        { key: 'sought', head: t('meetings.balance_sought'), end: true, cell: ({ sought }) => sought },
        {
          key: 'mark',
          head: t('meetings.balance_mark'),
          silent: true,
          cell: ({ sought, offered }) => <TopicMark {...{ sought, offered, most }} />,
        },
        { key: 'offered', head: t('meetings.balance_offered'), end: true, cell: ({ offered }) => offered },
        { key: 'wanting', head: t('meetings.balance_helps'), cell: wanting },
      ]}
    />
  );
}
