// A company that was not announced, in one form: who it is, whom it wishes to meet; then it is in the queue and can be called.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { CountryField } from '#design/fields/country-field.tsx';
import { TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { exposApi } from '#modules/expos/ui/client.ts';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import { meetingsApi } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { useEveryParticipant } from '../requests/participants.ts';
import { codesIn, nextCode } from './walk-in.ts';

interface Draft {
  readonly code: string | null;
  readonly name: string;
  readonly country: string;
  readonly speaks: readonly string[];
  readonly wishes: string;
}

const nothing: Draft = { code: null, name: '', country: '', speaks: [], wishes: '' };

export function WalkIn({ edition, onClose }: { readonly edition: Edition; readonly onClose: () => void }) {
  const { t, language } = useText();
  const everyone = useEveryParticipant(edition.id);
  const queryClient = useQueryClient();
  const { keep, refuse, ...action } = useKeeping();
  const [draft, setDraft] = useState(nothing);
  const [told] = useState(() => crypto.randomUUID());
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const code = draft.code ?? nextCode(everyone?.map((one) => one.code) ?? []);
  const wished = codesIn(draft.wishes);
  const found = wished.flatMap((one) => everyone?.find((other) => other.role === 'exhibitor' && other.code.toUpperCase() === one) ?? []);
  const unknown = wished.filter((one) => !found.some((other) => other.code.toUpperCase() === one));
  const wrong = [
    ...(draft.name.trim() === '' ? [{ path: ['name'], message: t('meetings.walk_in_no_name') }] : []),
    ...(found.length === 0 && unknown.length === 0 ? [{ path: ['wishes'], message: t('meetings.walk_in_no_wish') }] : []),
    ...(unknown.length > 0 ? [{ path: ['wishes'], message: t('meetings.walk_in_unknown', { codes: unknown.join(', ') }) }] : []),
  ];
  const enter = async () => {
    if (refuse(wrong)) return;
    const editionId = edition.id;
    // Each step has a key of its own: pressed again after one that failed, those before it are not done twice.
    await keep(
      async ({ idempotencyKey }) => {
        const step = (name: string) => ({ context: { idempotencyKey: `${idempotencyKey} ${name}` } });
        const facts = {
          ...{ editionId, code, role: 'buyer' as const, name: { [language]: { text: draft.name.trim(), origin: 'human' as const } } },
          ...{ country: draft.country === '' ? null : draft.country, languages: [...draft.speaks] },
        };
        const made = await exposApi.createParticipant(facts, step('company'));
        const requests = found.map(({ participantId }) => ({ fromId: made.id, toId: participantId, wish: 'want' as const }));
        await meetingsApi.createRequests({ editionId, requests }, step('wishes'));
        const happenings = [{ told, what: { kind: 'arrive' as const, participantId: made.id } }];
        await meetingsApi.tellQueue({ editionId, happenings }, step('arrival'));
        await queryClient.invalidateQueries({ queryKey: ['every-participant', editionId] });
        return made;
      },
      { said: (made) => t('meetings.walk_in_done', { number: made.code }), after: onClose },
    );
  };
  return (
    <FormDialog
      title={t('meetings.walk_in')}
      action={action}
      submit={t('meetings.walk_in_enter')}
      onSubmit={() => void enter()}
      onClose={onClose}
      keepTyped
    >
      <TextField
        name="code"
        label={t('meetings.queue_number_word')}
        value={code}
        maxLength={40}
        required
        onChange={(typed) => set({ code: typed })}
      />
      <TextField
        name="name"
        label={t('meetings.walk_in_company')}
        value={draft.name}
        maxLength={200}
        required
        onChange={(name) => set({ name })}
      />
      <CountryField name="country" label={t('meetings.walk_in_country')} value={draft.country} onChange={(country) => set({ country })} />
      <LanguagesField name="languages" label={t('meetings.walk_in_speaks')} value={draft.speaks} onChange={(speaks) => set({ speaks })} />
      <TextField
        name="wishes"
        label={t('meetings.walk_in_wishes')}
        hint={t('meetings.walk_in_wishes_hint')}
        value={draft.wishes}
        required
        onChange={(wishes) => set({ wishes })}
      />
    </FormDialog>
  );
}
