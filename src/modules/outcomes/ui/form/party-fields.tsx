// Who takes part, with the share of each: a line a party, one more as soon as the last is begun. A name may become an organisation on record.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { useFieldId } from '#design/fields/field-id.ts';
import { useFieldProblem } from '#design/fields/form.tsx';
import { Named, useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { organisationsQueries } from '#modules/organisations/ui/client.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { partyRoles, type PartyRole } from '../../domain/parties.ts';

/** What a line stands for where it is more than a name; one that the reader may not see has none. */
interface Linked {
  readonly kind: 'organisation' | 'city';
  readonly id: string;
  readonly name: MultilingualText | null;
}

export interface PartyDraft {
  readonly linked: Linked | null;
  readonly name: string;
  readonly role: PartyRole;
  readonly share: string;
}

export const blankParty: PartyDraft = { linked: null, name: '', role: 'partner', share: '' };

const isBlank = ({ linked, name, share }: PartyDraft): boolean => linked === null && name.trim() === '' && share.trim() === '';

/** A party on record as its line. */
export function draftOfParty({ organisationId, organisation, cityId, city, name, role, share }: Outcome['parties'][number]): PartyDraft {
  const linked: Linked | null =
    organisationId !== null
      ? { kind: 'organisation', id: organisationId, name: organisation?.name ?? null }
      : cityId !== null
        ? { kind: 'city', id: cityId, name: city?.name ?? null }
        : null;
  return { linked, name: name ?? '', role, share: share ?? '' };
}

/** As sent: lines that say nothing are left out. */
export const sentParties = (parties: readonly PartyDraft[]) =>
  parties
    .filter((party) => !isBlank(party))
    .map(({ linked, name, role, share }) => ({
      organisationId: linked?.kind === 'organisation' ? linked.id : null,
      cityId: linked?.kind === 'city' ? linked.id : null,
      name: linked !== null || name.trim() === '' ? null : name.trim(),
      role,
      share: share.trim() === '' ? null : share.trim().replace(/\s*[%％]$/, ''),
    }));

export interface PartyFieldsProps {
  readonly value: readonly PartyDraft[];
  readonly onChange: (value: readonly PartyDraft[]) => void;
}

export function PartyFields({ value, onChange }: PartyFieldsProps) {
  const fieldId = useFieldId();
  const { t } = useText();
  const set = (at: number, change: Partial<PartyDraft>) => {
    const next = value.map((party, n) => (n === at ? { ...party, ...change } : party));
    onChange(isBlank(next.at(-1) ?? blankParty) ? next : [...next, blankParty]);
  };
  // A problem names the line by its place among those that are sent.
  const placeOf = (at: number): number => value.slice(0, at).filter((party) => !isBlank(party)).length;
  return (
    <div id={fieldId('parties')} tabIndex={-1} role="group" aria-label={t('outcomes.parties')}>
      {value.map((party, at) => (
        <div key={at}>
          <Fields>
            <Who name={`parties.${placeOf(at)}`} party={party} onSet={(change) => set(at, change)} />
            <SelectField
              name={`parties.${placeOf(at)}.role`}
              label={t('outcomes.role')}
              options={partyRoles.map((role) => ({ value: role, text: t(`outcomes.role_${role}`) }))}
              value={party.role}
              onChange={(chosen) => set(at, { role: partyRoles.find((role) => role === chosen) ?? 'partner' })}
            />
            <TextField
              name={`parties.${placeOf(at)}.share`}
              label={t('outcomes.party_share')}
              optional
              short
              inputMode="decimal"
              value={party.share}
              onChange={(share) => set(at, { share })}
            />
          </Fields>
          {party.linked === null ? (
            <OnRecord typed={party.name} onChoose={(linked) => set(at, { linked, name: '' })} />
          ) : (
            <TextAction onPress={() => set(at, { linked: null, name: '' })}>{t('outcomes.party_release')}</TextAction>
          )}
        </div>
      ))}
    </div>
  );
}

interface WhoProps {
  readonly name: string;
  readonly party: PartyDraft;
  readonly onSet: (change: Partial<PartyDraft>) => void;
}

/** The name of a party: typed, or that of an organisation on record, which can be let go again. */
function Who({ name, party, onSet }: WhoProps) {
  const { t } = useText();
  const { linked, name: typed } = party;
  if (linked !== null) return <LinkedParty linked={linked} name={name} />;
  return (
    <TextField
      name={`${name}.name`}
      label={t('outcomes.party')}
      optional
      autoComplete="off"
      value={typed}
      onChange={(words) => onSet({ name: words })}
    />
  );
}

function LinkedParty({ linked, name }: { readonly linked: Linked; readonly name: string }) {
  const fieldId = useFieldId();
  const { t } = useText();
  const field = `${name}.${linked.kind === 'organisation' ? 'organisationId' : 'cityId'}`;
  const problem = useFieldProblem(field);
  return (
    <div
      className={problem === undefined ? 'field' : 'field bad'}
      id={fieldId(field)}
      tabIndex={-1}
      role="group"
      aria-label={t('outcomes.party')}
    >
      <span className="lbl">{t(`outcomes.party_${linked.kind}`)}</span>
      <p>{linked.name === null ? t('outcomes.party_hidden') : <Named text={linked.name} />} </p>
      {problem !== undefined && <p className="err">{problem}</p>}
    </div>
  );
}

const MOMENT = 300;

/** Organisations on record that are called like what was typed, a moment after the last key. */
function OnRecord({ typed, onChoose }: { readonly typed: string; readonly onChoose: (organisation: Linked) => void }) {
  const { t } = useText();
  const naming = useNaming();
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), MOMENT);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    ...organisationsQueries.listOrganisations.queryOptions({ input: { q, limit: 4 }, staleTime: 60_000 }),
    enabled: q.length > 1,
  });
  const entries = q.length > 1 ? (found.data?.entries ?? []) : [];
  // Two organisers may each have it on record: what reads alike is offered once, as nobody could tell one from the other.
  const offered = new Map(
    entries
      .toReversed()
      .map((one) => [one.city === null ? naming(one.name) : t('outcomes.name_and_city', { name: naming(one.name), city: one.city }), one]),
  );
  return (
    <div className="note" role="status">
      {offered.size > 0 && (
        <p className="btns">
          {t('outcomes.on_record')}
          {[...offered].toReversed().map(([words, { id, name }]) => (
            <TextAction key={id} onPress={() => onChoose({ kind: 'organisation', id, name })}>
              {words}
            </TextAction>
          ))}
        </p>
      )}
    </div>
  );
}
