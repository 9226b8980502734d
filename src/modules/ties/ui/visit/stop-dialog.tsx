// One thing of an itinerary: entered, corrected or taken off. The list is saved as a whole, with the time zone where the visit is.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Meant } from '#design/fields/meant.tsx';
import { READ_AT_ONCE } from '#kernel/result.ts';
import { DateField, typedDay, type TypedDate } from '#design/fields/date-field.tsx';
import { CheckField, Fields, OptionalSelect, TextareaField, TextField } from '#design/fields/field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { ZoneField } from '#modules/cities/ui/search/zone-field.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { personName } from '#modules/organisations/ui/person-name.ts';
import type { AgreementShown, ExchangeShown, Tie } from '../../contract/shapes.ts';
import type { StopShown, VisitShown } from '../../contract/visits.ts';
import { dayParts, type DayPart } from '../../domain/visit/itinerary.ts';
import { tiesApi } from '../client.ts';
import { EntryDialog } from '../entry-dialog.tsx';
import { useTypedDate } from '../typed-date.ts';

/** What is filled in of a new one. */
export interface StopStart {
  readonly title: MultilingualText;
  readonly parties: readonly { readonly kind: 'organisation'; readonly id: string; readonly name: MultilingualText }[];
}

interface StopDialogProps {
  readonly tie: Tie;
  readonly exchange: ExchangeShown;
  readonly visit: VisitShown;
  /** null for a new one. */
  readonly stop: StopShown | null;
  readonly first?: StopStart;
  readonly onClose: () => void;
}

interface Draft {
  readonly title: MultilingualText;
  readonly date: TypedDate;
  readonly part: DayPart | null;
  readonly starts: string;
  readonly ends: string;
  readonly place: MultilingualText;
  /** Names, one a line. */
  readonly parties: string;
  readonly travellerIds: readonly string[];
  readonly agreementId: AgreementShown['id'] | null;
  readonly timeZone: string;
}

type Party = StopShown['parties'][number];
type Sent = Parameters<typeof tiesApi.setItinerary>[0]['stops'][number];

const isNamed = ({ kind, name }: Party): boolean => kind === 'named' && name !== null;
const lineOf = ({ name }: Party): string => Object.values(name ?? {})[0]?.text ?? '';

/** Parties on record stay as they are; those by name are what is typed. An organisation that the office no longer sees is left out. */
const sentParties = (parties: readonly Party[]): NonNullable<Sent['parties']> =>
  parties.flatMap((party): NonNullable<Sent['parties']> => {
    if (party.kind === 'named') return [{ kind: 'named' as const, name: lineOf(party) }];
    return party.id === null ? [] : [{ kind: party.kind, id: party.id }];
  });

const sentStop = ({ parties, outside: _outside, ...stop }: StopShown): Sent => ({ ...stop, parties: sentParties(parties) });

/** The zone where the visit goes: the one named for the city, or the only one of its country; '' where that does not tell. */
function zoneOf({ cities }: Tie, { fromSide }: ExchangeShown): string {
  const { name, country } = cities[fromSide === 'b' ? 'a' : 'b'];
  const zones = Intl.supportedValuesOf('timeZone');
  const own = zones.find((zone) => zone.split('/').at(-1)?.replaceAll('_', ' ') === name['en']?.text);
  const { timeZones, getTimeZones } = new Intl.Locale('und', { region: country }) as {
    readonly timeZones?: readonly string[];
    readonly getTimeZones?: () => readonly string[];
  };
  const ofCountry = timeZones ?? getTimeZones?.call(new Intl.Locale('und', { region: country })) ?? [];
  return own ?? (ofCountry.length === 1 ? (ofCountry[0] ?? '') : '');
}

export function StopDialog({ tie, exchange, visit, stop: opened, first, onClose }: StopDialogProps) {
  const { t } = useText();
  const typed = useTypedDate();
  const { itinerary } = visit;
  const stops = itinerary?.stops ?? [];
  const stop = stops.find(({ id }) => id === opened?.id) ?? opened;
  const draftOf = (): Draft => ({
    ...{ title: stop?.title ?? first?.title ?? {}, part: stop?.part ?? null, starts: stop?.starts ?? '', ends: stop?.ends ?? '' },
    date: stop === null ? (exchange.starts.text.length > 7 ? typedDay(exchange.starts.text) : typed(exchange.starts)) : typed(stop.date),
    ...{ place: stop?.place ?? {}, parties: stop?.parties.filter(isNamed).map(lineOf).join('\n') ?? '' },
    ...{
      travellerIds: stop?.travellerIds ?? [],
      agreementId: stop?.agreementId ?? null,
      timeZone: itinerary?.timeZone ?? zoneOf(tie, exchange),
    },
  });
  const [draft, setDraft] = useState(draftOf);
  const at = stop === null ? stops.length : stops.indexOf(stop);
  const place = at < 0 ? stops.length : at;
  const sent = (): Sent => ({
    id: stop?.id ?? null,
    title: filledText(draft.title) ?? {},
    date: draft.date.date ?? { text: '', qualifier: 'exact' },
    ...{ part: draft.part, starts: draft.starts === '' ? null : draft.starts, ends: draft.ends === '' ? null : draft.ends },
    place: filledText(draft.place),
    parties: [
      ...sentParties(
        stop?.parties.filter((party) => !isNamed(party)) ?? first?.parties.map((party) => ({ ...party, name: { ...party.name } })) ?? [],
      ),
      ...draft.parties
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((name) => ({ kind: 'named' as const, name })),
    ],
    travellerIds: (visit.delegation?.travellers ?? []).flatMap(({ id }) => (draft.travellerIds.includes(id) ? [id] : [])),
    agreementId: draft.agreementId,
  });
  const save = (list: readonly Sent[], timeZone: string, version = itinerary?.version ?? 0) =>
    tiesApi.setItinerary(
      { visitId: visit.visitId, timeZone, stops: [...list], confirmed: [READ_AT_ONCE] },
      { context: { ifMatch: version } },
    );
  const others = stops.map(sentStop);
  return (
    <EntryDialog
      title={t(stop === null ? 'ties.add_stop' : 'ties.edit_stop')}
      onSave={() => save([...others.slice(0, place), sent(), ...others.slice(place + 1)], draft.timeZone)}
      undo={(saved) => save(others, itinerary?.timeZone ?? draft.timeZone, saved.itinerary?.version)}
      onWithdraw={
        stop === null
          ? undefined
          : () =>
              save(
                others.filter((_, index) => index !== place),
                draft.timeZone,
              )
      }
      onClose={onClose}
      versions={{ typed: draft, version: stop === null ? 0 : (itinerary?.version ?? 0), standing: draftOf(), onShow: setDraft }}
    >
      <StopFields
        {...{ tie, visit, draft }}
        onRecord={[...(stop?.parties.filter((party) => !isNamed(party)) ?? []), ...(first?.parties ?? [])]}
        named={(name) => `stops.${place}.${name}`}
        onChange={setDraft}
      />
      {stop === null && itinerary !== null && itinerary.visibility !== 'private' && (
        <Meant name="readAtOnce" label={t(`ties.stop_read_at_once_${itinerary.visibility}`)} message={t('ties.stop_read_at_once_tick')} />
      )}
    </EntryDialog>
  );
}

interface StopFieldsProps extends Pick<StopDialogProps, 'tie' | 'visit'> {
  readonly draft: Draft;
  /** Parties that are on record: they stay with it. */
  readonly onRecord: readonly { readonly name: MultilingualText | null }[];
  readonly named: (name: string) => string;
  readonly onChange: (draft: Draft) => void;
}

function StopFields({ tie, visit, draft, onRecord, named, onChange }: StopFieldsProps) {
  const { t } = useText();
  const naming = useNaming();
  const field = bind(draft, onChange);
  return (
    <>
      <MultilingualField {...field('title')} name={named('title')} label={t('ties.what')} />
      <DateField {...field('date')} name={named('date')} label={t('ties.when')} />
      <Fields>
        <TextField {...field('starts')} name={named('starts')} type="time" label={t('ties.stop_starts')} optional />
        <TextField {...field('ends')} name={named('ends')} type="time" label={t('ties.stop_ends')} optional />
        <OptionalSelect
          {...field('part')}
          name={named('part')}
          label={t('ties.part')}
          none={t('ties.not_stated')}
          options={dayParts.map((part) => ({ value: part, text: t(`ties.part_${part}`) }))}
        />
      </Fields>
      <ZoneField {...field('timeZone')} none={t('ties.choose')} label={t('ties.time_zone')} hint={t('ties.time_zone_hint')} />
      <MultilingualField {...field('place')} name={named('place')} label={t('ties.stop_place')} optional />
      <TextareaField
        {...field('parties')}
        name={named('parties')}
        label={t('ties.stop_parties')}
        hint={t('ties.stop_parties_hint')}
        optional
        rows={2}
      />
      {onRecord.length > 0 && (
        <p className="note">
          {t('ties.stop_with')}{' '}
          {onRecord.map(({ name }) => (name === null ? t('ties.party_not_shared') : naming(name))).join(t('ties.comma'))}
        </p>
      )}
      <WhoTakesPart visit={visit} draft={draft} onChange={onChange} />
      {tie.agreements.length > 0 && (
        <OptionalSelect
          {...field('agreementId')}
          name={named('agreementId')}
          label={t('ties.stop_paper_field')}
          none={t('ties.no_paper')}
          options={tie.agreements.map(({ id, title }) => ({ value: id, text: naming(title) }))}
        />
      )}
    </>
  );
}

/** Nobody ticked is everybody. */
function WhoTakesPart({ visit, draft, onChange }: Pick<StopFieldsProps, 'visit' | 'draft' | 'onChange'>) {
  const { t } = useText();
  const naming = useNaming();
  const travellers = visit.delegation?.travellers ?? [];
  if (travellers.length < 2) return null;
  const toggle = (id: string, isIn: boolean) =>
    onChange({ ...draft, travellerIds: isIn ? [...draft.travellerIds, id] : draft.travellerIds.filter((one) => one !== id) });
  return (
    <details className="under">
      <summary>
        {draft.travellerIds.length === 0 ? t('ties.all_take_part') : t('ties.stop_of_count', { count: draft.travellerIds.length })}
      </summary>
      {travellers.map(({ id, name, post, organisation }) => (
        <CheckField
          key={id}
          name={`traveller-${id}`}
          label={name === null ? naming(post ?? organisation ?? {}) : personName(name)}
          checked={draft.travellerIds.includes(id)}
          onChange={(isIn) => toggle(id, isIn)}
        />
      ))}
    </details>
  );
}
