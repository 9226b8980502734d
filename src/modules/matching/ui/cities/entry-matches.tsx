// One challenge or practice of ours, and below it what answers to it: sisters first, then other cities, then companies.
import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { writing, type MultilingualText } from '#kernel/language.ts';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import { goals } from '#modules/cities/domain/profile/goals.ts';
import { useDaysWords, useExtentWords } from '#modules/cities/ui/profile/extent.tsx';
import { useGoalName } from '#modules/cities/ui/profile/goals-field.tsx';
import { domains } from '#modules/cities/domain/profile/domains.ts';
import { DetailsLine, EntryTitle } from '#modules/expos/ui/market/details.tsx';
import type { Beginning } from '#modules/ties/ui/begin/begin-of-tie.tsx';
import { seeks } from '../../domain/cities/told.ts';
import { BillOf, type Bill } from '../bill.tsx';
import type { CityMatches } from '../client.ts';

type Entry = CityMatches['entries'][number];
type CityMatch = Entry['sisters'][number];
type CompanyMatch = Entry['companies'][number];

/** What modules after this one add. */
export interface CityMatchSlots {
  /** The way to ask a company for a meeting at an edition where we act for somebody. */
  readonly ask: (props: { readonly edition: CityMatches['editions'][number]; readonly company: CompanyMatch['participant'] }) => ReactNode;
}

interface EntryMatchesProps {
  readonly entry: Entry;
  readonly data: CityMatches;
  /** With one other city alone. */
  readonly isAlone: boolean;
  readonly onBegin: (beginning: Beginning) => void;
  readonly slots: CityMatchSlots;
}

export function EntryMatches({ entry, data, isAlone, onBegin, slots }: EntryMatchesProps) {
  const { t } = useText();
  const marks = useMarks();
  const ofCities = (found: readonly CityMatch[]) => found.map((match) => <OfCity key={match.entry.id} {...{ entry, match, onBegin }} />);
  const nobody = entry.sisters.length + entry.others.length + entry.companies.length === 0;
  return (
    <li>
      <h3>
        <Named text={entry.title} />
      </h3>
      <p className="note">
        {marks(entry)}{' '}
        {entry.state !== 'published' && <VisibilityMark visibility="private">{t(`matching.cities_${entry.state}`)}</VisibilityMark>}
      </p>
      <Lapsed entry={entry} editions={data.editions} />
      {nobody && !entry.lapsed.today && <Note>{t(seeks(entry.kind) ? 'matching.cities_no_answer' : 'matching.cities_no_question')}</Note>}
      <Group title={isAlone ? null : t('matching.cities_sisters')}>{ofCities(entry.sisters)}</Group>
      <Group title={t('matching.cities_others')}>{ofCities(entry.others)}</Group>
      <Group title={t('matching.cities_companies')}>
        {entry.companies.map((match) => (
          <OfCompany
            key={`${match.editionId} ${match.participant.id}`}
            match={match}
            slots={slots}
            edition={data.editions.find(({ id }) => id === match.editionId)}
          />
        ))}
      </Group>
    </li>
  );
}

/** Why it is not compared, to its own office alone. */
function Lapsed({ entry: { extent, lapsed }, editions }: { readonly entry: Entry; readonly editions: CityMatches['editions'] }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const days = useDaysWords()(extent ?? { from: null, until: null });
  if (days === null) return null;
  const without = editions.filter(({ id }) => lapsed.editions.includes(id)).map(({ name }) => naming(name));
  return (
    <>
      {lapsed.today && <Note>{t('matching.cities_lapsed', { days })}</Note>}
      {without.length > 0 && <Note>{t('matching.cities_lapsed_editions', { days, editions: formats.list(without) })}</Note>}
    </>
  );
}

function Group({ title, children }: { readonly title: string | null; readonly children: readonly ReactNode[] }) {
  const named = useId();
  if (children.length === 0) return null;
  return (
    <>
      {title !== null && (
        <p className="of" id={named}>
          {title}
        </p>
      )}
      <ol className="suggestions" {...(title === null ? {} : { 'aria-labelledby': named })}>
        {children}
      </ol>
    </>
  );
}

/** Kind, domain, goals, places and days in one line. */
function useMarks() {
  const { t, language } = useText();
  const goalName = useGoalName();
  const extentWords = useExtentWords();
  return ({ kind, domain, goals: numbers, extent }: Pick<Entry, 'kind' | 'domain' | 'goals' | 'extent'>): string =>
    [
      ...[t(`matching.kind_${kind}`), ...(domain === null ? [] : [t(`cities.domain_${domain}`)])],
      ...[...numbers.map(goalName), ...extentWords(extent)],
    ].join(writing[language].apart);
}

/** What the keys of a bill's topics are called: domains and goals of the United Nations. */
function useTopicNames(): (keys: readonly string[]) => readonly string[] {
  const { t } = useText();
  const goalName = useGoalName();
  return (keys) => [
    ...domains.filter((domain) => keys.includes(domain)).map((domain) => t(`cities.domain_${domain}`)),
    ...goals.filter((goal) => keys.includes(String(goal))).map(goalName),
  ];
}

interface MatchedProps {
  readonly title: ReactNode;
  readonly from: ReactNode;
  readonly score: number | null;
  readonly bill: Bill;
  readonly ways: ReactNode;
  readonly children: ReactNode;
}

/** One that matches, with its figure, its reasons and what can be done. */
export function Matched({ title, from, score, bill, ways, children }: MatchedProps) {
  const { t } = useText();
  const topicNames = useTopicNames();
  return (
    <li>
      <header>
        <div>
          <h4>{title}</h4>
          <p className="from">{from}</p>
        </div>
        <div className="mark">
          {score === null ? (
            <small>{t('matching.field_only')}</small>
          ) : (
            <>
              <b>{score}</b> <small>{t('matching.points_unit')}</small>
            </>
          )}
        </div>
      </header>
      {children}
      <details>
        <summary>{t('matching.why')}</summary>
        <BillOf topicNames={topicNames} bill={bill} score={score} />
      </details>
      {ways}
    </li>
  );
}

/** As much of a text as tells what it is about. */
export function SaidText({ text }: { readonly text: MultilingualText }) {
  return (
    <p className="said prose">
      <Named text={text} />
    </p>
  );
}

interface OfCityProps extends Pick<EntryMatchesProps, 'entry' | 'onBegin'> {
  readonly match: CityMatch;
}

function OfCity({ entry, match, onBegin }: OfCityProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const marks = useMarks();
  const { entry: told, city, tie, begun, score, bill } = match;
  const called = naming(city.name);
  const stands = (what: Beginning['what']): boolean => begun.some((one) => one.what === what && one.state !== 'withdrawn');
  const begin = (what: Beginning['what']) => {
    if (tie === null) return;
    const note = t('matching.cities_begin_note', { title: naming(told.title), city: called });
    onBegin({ tie, what, title: entry.title, domain: entry.domain ?? told.domain, note, from: { entryId: entry.id, answerId: told.id } });
  };
  return (
    <Matched
      {...{ score, bill }}
      title={<Named text={told.title} />}
      from={
        <>
          <Link to="/cities/$slug" params={{ slug: city.slug }}>
            <Named text={city.name} quiet />
          </Link>
          {writing[language].apart}
          {formats.countryName(city.country)}
          {writing[language].apart}
          {marks(told)}
        </>
      }
      ways={
        tie !== null && (
          <>
            <BegunList {...{ tie, begun, called }} />
            <p className="btns">
              <Button
                kind={stands('exchange') ? 'text' : 'plain'}
                aria-label={t(stands('exchange') ? 'matching.cities_exchange_again' : 'matching.cities_exchange_with', { city: called })}
                onPress={() => begin('exchange')}
              >
                {t(stands('exchange') ? 'matching.cities_again' : 'matching.cities_exchange')}
              </Button>
              {!stands('item') && (
                <Button kind="text" aria-label={t('matching.cities_item_with', { city: called })} onPress={() => begin('item')}>
                  {t('matching.cities_item')}
                </Button>
              )}
            </p>
          </>
        )
      }
    >
      <SaidText text={told.body} />
      {told.source !== null && (
        <Note>
          <SourceName source={told.source} />
        </Note>
      )}
    </Matched>
  );
}

interface BegunListProps extends Pick<CityMatch, 'begun'> {
  readonly tie: NonNullable<CityMatch['tie']>;
  readonly called: string;
}

/** What was begun from it, when it was entered, when it is to be, and how it stands; each leads to its place on the tie. */
function BegunList({ tie, begun, called }: BegunListProps) {
  const { t, language } = useText();
  const formats = useFormats();
  return begun.map(({ what, id, at, on, state }) => (
    <p key={id} className="note">
      <Link to="/ties/$slug" params={{ slug: tie.slug }} hash={what === 'exchange' ? `exchange-${id}` : 'agreements'}>
        {t(`matching.begun_${what}`, { day: formats.entryDay(at) })}
      </Link>
      {on !== null && t(`matching.begun_${what}_on`, { on: formats.spelt(formats.flexDate(on, 'table')) })}
      {writing[language].apart}
      {t(`matching.begun_${state}`, { city: called })}
    </p>
  ));
}

interface OfCompanyProps extends Pick<EntryMatchesProps, 'slots'> {
  readonly match: CompanyMatch;
  readonly edition: CityMatches['editions'][number] | undefined;
}

function OfCompany({ match, edition, slots }: OfCompanyProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const { participant, offer, offerDetails, score, bill } = match;
  return (
    <Matched
      {...{ score, bill }}
      title={<Named text={participant.name} quiet />}
      from={
        <>
          {participant.country !== null && `${formats.countryName(participant.country)}${writing[language].apart}`}
          {edition !== undefined && <Named text={edition.name} quiet />}
        </>
      }
      ways={
        edition !== undefined &&
        (edition.mayAsk ? slots.ask({ edition, company: participant }) : <Note>{t('matching.cities_request_later')}</Note>)
      }
    >
      <EntryTitle said={offerDetails} quiet={offer !== null} />
      {offer !== null && <SaidText text={offer} />}
      <DetailsLine said={offerDetails} />
    </Matched>
  );
}
