// Who takes part, with the share of each: a line a party, one more as soon as the last is begun.
import { useText } from '#client/language.ts';
import { Fields, SelectField, TextField } from '#design/field.tsx';
import { partyRoles, type PartyRole } from '../domain/parties.ts';

export interface PartyDraft {
  readonly name: string;
  readonly role: PartyRole;
  readonly share: string;
}

export const blankParty: PartyDraft = { name: '', role: 'partner', share: '' };

const isBlank = ({ name, share }: PartyDraft): boolean => name.trim() === '' && share.trim() === '';

/** As sent: lines that say nothing are left out. */
export const sentParties = (parties: readonly PartyDraft[]) =>
  parties
    .filter((party) => !isBlank(party))
    .map(({ name, role, share }) => ({
      name: name.trim() === '' ? null : name.trim(),
      role,
      share: share.trim() === '' ? null : share.trim().replace(/\s*[%％]$/, ''),
    }));

export function PartyFields({ value, onChange }: { readonly value: PartyDraft[]; readonly onChange: (value: PartyDraft[]) => void }) {
  const { t } = useText();
  const set = (at: number, change: Partial<PartyDraft>) => {
    const next = value.map((party, n) => (n === at ? { ...party, ...change } : party));
    onChange(next.at(-1) !== undefined && !isBlank(next.at(-1) ?? blankParty) ? [...next, blankParty] : next);
  };
  return (
    <div id="field-parties" tabIndex={-1} role="group" aria-label={t('outcomes.parties')}>
      {value.map((party, at) => (
        <Fields key={at}>
          <TextField
            name={`parties.${at}.name`}
            label={t('outcomes.party')}
            optional
            value={party.name}
            onChange={(name) => set(at, { name })}
          />
          <SelectField
            name={`parties.${at}.role`}
            label={t('outcomes.role')}
            options={partyRoles.map((role) => ({ value: role, text: t(`outcomes.role_${role}`) }))}
            value={party.role}
            onChange={(chosen) => set(at, { role: partyRoles.find((role) => role === chosen) ?? 'partner' })}
          />
          <TextField
            name={`parties.${at}.share`}
            label={t('outcomes.party_share')}
            optional
            short
            inputMode="decimal"
            value={party.share}
            onChange={(share) => set(at, { share })}
          />
        </Fields>
      ))}
    </div>
  );
}
