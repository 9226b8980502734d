// /in: the place of one company, interpreter or speaker, opened by the link in its letter or by those who work for it; or a screen in the hall. What somebody
// waits for stands first.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { usePocket } from '#client/pocket/use-pocket.ts';
import { useRead } from '#client/use-read.ts';
import { useAddress } from '#client/use-address.ts';
import { Button, TextAction } from '#design/button.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Gap, Note, Title } from '#design/page.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { openLink } from '#modules/accounts/ui/link.ts';
import { takeLinkFromAddress } from '#modules/accounts/ui/link-address.ts';
import { writing, type MultilingualText } from '#kernel/language.ts';
import { accountsApi } from '#modules/accounts/ui/client.ts';
import { isScreen, signOut, useSession } from '#modules/accounts/ui/session.ts';
import { placeSearch } from '#modules/expos/ui/address.ts';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { OwnFilesSection } from '#modules/expos/ui/files/own-files.tsx';
import { ProfileSection } from '#modules/expos/ui/company/profile.tsx';
import { TimesSection } from '#modules/expos/ui/company/times.tsx';
import type { AgendaEntry } from '../agenda/answers.ts';
import { placeWords } from '../agenda/next.tsx';
import { useNow } from '../agenda/now.ts';
import { meetingsQueries } from '../client.ts';
import { isWaiting } from '../edition/answers.ts';
import { Named, useName } from '../edition/names.tsx';
import { InterpreterPlace } from '../interpreter/interpreter-place.tsx';
import { PlaceFrame } from './place-frame.tsx';
import type { Place, PlaceAs } from './places.ts';
import { SpeakerPlace } from './speaker-place.tsx';

const MoveDialog = lazy(() => import('../moves/moves.tsx').then(({ MoveDialog: dialog }) => ({ default: dialog })));
const Screen = lazy(() => import('../screens/screen.tsx').then(({ Screen: page }) => ({ default: page })));

export function PlacePage() {
  const { t } = useText();
  const session = useSession();
  const queryClient = useQueryClient();
  // Taken once: afterwards neither the address nor the history holds it.
  const [token, setToken] = useState(takeLinkFromAddress);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asPerson = session?.holder === 'person';
  // A second link opened in the same window changes nothing but what stands behind the #.
  useEffect(() => {
    const take = () => {
      const next = takeLinkFromAddress();
      if (next !== null) setToken(next);
    };
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  useEffect(() => {
    if (token === null || session === undefined || asPerson) return;
    let gone = false;
    const done = (error: unknown) => {
      if (gone) return;
      setToken(null);
      setTrouble(error === null ? null : troubleOf(error));
    };
    openLink(queryClient, token).then(() => done(null), done);
    return () => {
      gone = true;
    };
  }, [token, session, asPerson, queryClient]);
  if (session === undefined || (token !== null && !asPerson)) return <Skeleton label={t('expos.in_opening')} lines={8} />;
  if (token !== null) return <TakeOrLeave token={token} onDone={() => setToken(null)} />;
  if (session.account === null)
    return (
      <>
        <Title title={t('expos.in_title')} />
        {trouble === null ? (
          <Empty heading={t('expos.in_by_letter')}>{t('expos.in_by_letter_text')}</Empty>
        ) : (
          <Notice kind="refused" live heading={t('expos.in_opens_nothing')}>
            {trouble.message}
          </Notice>
        )}
      </>
    );
  if (trouble !== null) return <OpensNothing trouble={trouble} open={session.offices[0]?.name} onGo={() => setTrouble(null)} />;
  if (!isScreen(session)) return <Places />;
  return (
    <Suspense fallback={<Skeleton label={t('expos.in_opening')} lines={8} />}>
      <Screen />
    </Suspense>
  );
}

interface OpensNothingProps {
  readonly trouble: Trouble;
  /** Whose page this browser knows by an earlier letter. */
  readonly open: MultilingualText | undefined;
  readonly onGo: () => void;
}

/** A link that opens nothing never shows somebody else's page as if it were its own. */
function OpensNothing({ trouble, open, onGo }: OpensNothingProps) {
  const { t } = useText();
  const name = useName();
  const words = { name: open === undefined ? '' : name(open) };
  return (
    <>
      <Title title={t('expos.in_title')} />
      <Notice
        kind="refused"
        live
        heading={t('expos.in_opens_nothing')}
        actions={<Button onPress={onGo}>{t('expos.in_other_open', words)}</Button>}
      >
        {trouble.message}
        <Gap />
        {t('expos.in_other_known', words)}
      </Notice>
    </>
  );
}

/** Somebody who is signed in decides whether the company belongs to their account. */
function TakeOrLeave({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const { keep, ...action } = useKeeping();
  const join = () => void keep(() => accountsApi.joinByLink({ token }), { said: t('expos.in_joined'), after: onDone });
  const openApart = () => void signOut(queryClient);
  return (
    <>
      <Title title={t('expos.in_title')} />
      <Notice
        heading={t('expos.in_signed_in')}
        actions={
          <>
            <Button kind="go" busy={action.busy} onPress={join}>
              {t('expos.in_join')}
            </Button>
            <Button onPress={openApart}>{t('expos.in_apart')}</Button>
            <Button kind="text" onPress={onDone}>
              {t('design.close')}
            </Button>
          </>
        }
      >
        {action.trouble === null ? t('expos.in_signed_in_text') : action.trouble.message}
      </Notice>
    </>
  );
}

function Places() {
  const { t } = useText();
  usePocket();
  const data = useRead(exposQueries.listOwnPlaces.queryOptions({ input: {} }));
  if (data === undefined) return <Skeleton lines={8} />;
  if (data.entries.length === 0)
    return (
      <>
        <Title title={t('expos.in_title')} />
        <Empty heading={t('expos.in_nowhere')}>{t('expos.in_nowhere_text')}</Empty>
      </>
    );
  return <OnePlace places={data.entries} />;
}

function AnyPlace({ place }: { readonly place: Place }) {
  switch (place.whom) {
    case 'participants':
      return <PlaceOf place={place} />;
    case 'interpreters':
      return <InterpreterPlace place={place} />;
    case 'speakers':
      return <SpeakerPlace place={place} />;
  }
}

/** One place at a time: whoever acts for several chooses, and the address keeps which. */
function OnePlace({ places }: { readonly places: readonly Place[] }) {
  const { t, language } = useText();
  const name = useName();
  const navigate = useNavigate();
  const sought = useAddress(placeSearch);
  const shown = places.find(({ id }) => id === sought.place) ?? places[0];
  if (shown === undefined) return null;
  /** The company, or in which part somebody comes. */
  const called = (place: Place) => {
    const as =
      place.whom === 'participants' ? name(place.name) : t(place.whom === 'speakers' ? 'expos.in_as_speaker' : 'expos.in_as_interpreter');
    return writing[language].inBrackets(as, name(place.edition.name));
  };
  return (
    <>
      {places.length > 1 && (
        <div className="spaced">
          <SelectField
            name="place"
            label={t('expos.in_which_place', { count: places.length })}
            value={shown.id}
            onChange={(place) => void navigate({ to: '/in', search: { place } })}
            options={places.map((one) => ({ value: one.id, text: called(one) }))}
          />
        </div>
      )}
      <AnyPlace key={shown.id} place={shown} />
    </>
  );
}

function PlaceOf({ place }: { readonly place: PlaceAs<'participants'> }) {
  const nameIn = useName();
  const { edition, id: participantId, name } = place;
  const ids = { editionId: edition.id, participantId };
  return (
    <PlaceFrame place={place} title={nameIn(name)} shown={<Named name={name} />}>
      <Todo place={place} />
      {/* Without the times nothing can be planned, and they are answered in a minute. */}
      <OwnTimes ids={ids} />
      <ProfileSection ids={ids} />
      <OwnFilesSection ids={ids} />
    </PlaceFrame>
  );
}

interface Asking {
  readonly entry: AgendaEntry;
  readonly wants: 'move' | 'cancel';
}

/** When the company can meet, beside the meetings that it has. */
function OwnTimes({ ids }: { readonly ids: { readonly editionId: string; readonly participantId: string } }) {
  const { t } = useText();
  const name = useName();
  const [asking, setAsking] = useState<Asking | null>(null);
  const agenda = useQuery({ ...meetingsQueries.getAgenda.queryOptions({ input: ids }), throwOnError: false }).data;
  const now = useNow();
  const held = new Map(
    [...Map.groupBy(agenda?.entries ?? [], ({ slotId }) => slotId)].map(([slotId, entries]) => {
      // Nothing is to be done about one that has begun.
      const ahead = entries.filter(({ startsAt, metAt = null }) => metAt === null && Date.parse(startsAt) > now);
      const ways = ahead.flatMap((entry) =>
        (['move', 'cancel'] as const).map((wants) => {
          const words = t(`expos.in_ask_${wants}`);
          return (
            <TextAction
              key={`${entry.meetingId} ${wants}`}
              aria-label={`${words}: ${name(entry.with.name)}`}
              onPress={() => setAsking({ entry, wants })}
            >
              {words}
            </TextAction>
          );
        }),
      );
      return [slotId, { words: entries.map((entry) => name(entry.with.name)).join(' · '), ways }];
    }),
  );
  return (
    <>
      <TimesSection whom="company" ids={{ editionId: ids.editionId, addresseeId: ids.participantId }} {...{ held, now }} />
      {asking !== null && agenda !== undefined && (
        <Suspense fallback={null}>
          <MoveDialog {...asking} agenda={agenda} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </>
  );
}

/** Five things in any order, each with where it stands. */
function Todo({ place }: { readonly place: PlaceAs<'participants'> }) {
  const { t } = useText();
  const { edition, id: participantId, profileSaidAt, timesSaidAt } = place;
  const input = { editionId: edition.id, participantId };
  const requests = useQuery(meetingsQueries.listMyRequests.queryOptions({ input })).data;
  const { data: agenda, isPending } = useQuery({ ...meetingsQueries.getAgenda.queryOptions({ input }), throwOnError: false });
  // What is not known yet is not told as none.
  const unknown = '…';
  const waiting = requests?.received.filter(isWaiting).length ?? 0;
  const meetings = agenda?.entries.length ?? 0;
  const said = (at: string | null) => t(at === null ? 'expos.in_not_said' : 'expos.in_said');
  const done = [profileSaidAt !== null, timesSaidAt !== null].filter(Boolean).length;
  return (
    <>
      <p>{t('expos.in_done', { count: done })}</p>
      {agenda?.release != null && meetings === 0 && <Note>{t('expos.in_late', { number: agenda.release.number })}</Note>}
      <ol className="placetodo">
        <li>
          <Link to="/editions/$slug/my-requests" params={{ slug: edition.slug }}>
            {t('expos.in_requests')}
          </Link>
          <span className={waiting > 0 ? 'attention' : 'muted'}>
            {requests === undefined ? unknown : waiting === 0 ? t('expos.in_waiting_none') : t('expos.in_waiting', { count: waiting })}
          </span>
        </li>
        <li>
          <a href="#times">{t('expos.in_times')}</a>
          <span className="muted">{said(timesSaidAt)}</span>
        </li>
        <li>
          <a href="#profile">{t('expos.in_profile')}</a>
          <span className="muted">{said(profileSaidAt)}</span>
        </li>
        <li>
          <Link to="/editions/$slug/my-requests" params={{ slug: edition.slug }}>
            {t('expos.in_wishes')}
          </Link>
          <span className="muted">{requests === undefined ? unknown : t('expos.in_wished', { count: requests.made.length })}</span>
        </li>
        <li>
          <Link to="/my/$editionId/$participantId/suggestions" params={{ editionId: edition.id, participantId }}>
            {t('meetings.suggest_title')}
          </Link>
          <span className="muted">{t('meetings.suggest_way_in')}</span>
        </li>
        <li>
          <Link to="/my/$editionId/$participantId" params={{ editionId: edition.id, participantId }}>
            {t('meetings.agenda')}
          </Link>
          <span className="muted">
            {isPending ? unknown : agenda?.release == null ? t('expos.in_no_agenda') : t('expos.in_meetings', { count: meetings })}
          </span>
        </li>
        <InQueue place={place} />
      </ol>
    </>
  );
}

const askQueueEvery = 10_000;

/** The way to one's number, where a live queue is held. */
function InQueue({ place }: { readonly place: PlaceAs<'participants'> }) {
  const { t } = useText();
  const input = { editionId: place.edition.id, participantId: place.id };
  const { data } = useQuery({
    ...meetingsQueries.getOwnQueue.queryOptions({ input }),
    refetchInterval: ({ state }) => (state.data?.queue == null ? false : askQueueEvery),
    throwOnError: false,
  });
  if (data?.queue == null) return null;
  const called = data.queue.talks.find(({ begunAt }) => begunAt === null);
  return (
    <li>
      <Link to="/my/$editionId/$participantId/queue" params={input}>
        {t('meetings.own_title')}
      </Link>
      {called === undefined ? (
        <span className="muted">{t('expos.in_number', { number: data.participant.code })}</span>
      ) : (
        <span className="attention">{t('meetings.own_go', { place: placeWords(t, called) })}</span>
      )}
    </li>
  );
}
