// A steward says what a city is known by elsewhere and how it hangs together with other bodies, each with the reason.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextareaField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { City } from '../../contract.ts';
import type { CityIdentity } from '../../contract/identity.ts';
import { mayRelate, relationKinds, type RelationKind } from '../../domain/identity.ts';
import { ChooseCity } from '../search/choose-city.tsx';

interface EditIdentityProps {
  readonly city: City;
  readonly identity: CityIdentity;
}

export function EditIdentity({ city, identity }: EditIdentityProps) {
  const { t } = useText();
  const [open, setOpen] = useState<'wikidata' | 'relation' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Buttons>
        <Button onPress={() => setOpen('relation')}>{t('cities.relate')}</Button>
        <Button kind="text" onPress={() => setOpen('wikidata')}>
          {t('cities.wikidata_id')}
        </Button>
      </Buttons>
      {open === 'wikidata' && <WikidataDialog city={city} identity={identity} onClose={close} />}
      {open === 'relation' && <RelationDialog city={city} onClose={close} />}
    </>
  );
}

interface DialogOfCity {
  readonly city: City;
  readonly onClose: () => void;
}

function WikidataDialog({ city, identity, onClose }: DialogOfCity & EditIdentityProps) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [item, setItem] = useState(identity.wikidataId ?? '');
  const [reason, setReason] = useState(identity.wikidataReason ?? '');
  const save = () =>
    action.run(async () => {
      const wikidataId = item.trim() === '' ? null : item.trim().toUpperCase();
      const said = { cityId: city.id, wikidataId, reason: reason.trim() === '' ? null : reason };
      try {
        await api().cities.identifyCity(said, { context: { ifMatch: identity.version } });
        toast({ text: t('cities.saved') });
        onClose();
      } finally {
        await queryClient.invalidateQueries({ queryKey: queries().cities.key() });
      }
    });
  return (
    <Dialog open onClose={onClose} title={t('cities.wikidata_id')}>
      <Form {...formTrouble(action)} onSubmit={() => void save()}>
        <TextField
          name="wikidataId"
          label={t('cities.wikidata_id')}
          hint={t('cities.wikidata_hint')}
          optional
          value={item}
          onChange={setItem}
        />
        <TextareaField name="reason" label={t('cities.identity_reason')} maxLength={500} value={reason} onChange={setReason} />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('cities.save')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}

/** One way two bodies may hang together; `turned` where the other one comes first. */
interface Way {
  readonly kind: RelationKind;
  readonly turned: boolean;
}

const waysOf = (city: City, other: City): readonly Way[] =>
  relationKinds.flatMap((kind) => [
    ...(mayRelate(kind, city.kind, other.kind) ? [{ kind, turned: false }] : []),
    ...(mayRelate(kind, other.kind, city.kind) ? [{ kind, turned: true }] : []),
  ]);

function RelationDialog({ city, onClose }: DialogOfCity) {
  const { t } = useText();
  const naming = useNaming();
  const [other, setOther] = useState<City | null>(null);
  return (
    <Dialog open wide onClose={onClose} title={t('cities.relate_title', { city: naming(city.name) })}>
      <Note>{t('cities.relate_note')}</Note>
      {other === null ? (
        <ChooseCity label={t('cities.other_body')} except={city.id} onChoose={setOther} />
      ) : (
        <RelationForm city={city} other={other} onClose={onClose} />
      )}
    </Dialog>
  );
}

function RelationForm({ city, other, onClose }: DialogOfCity & { readonly other: City }) {
  const { t } = useText();
  const naming = useNaming();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const ways = waysOf(city, other);
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const ends = ({ turned }: Way) => (turned ? ([other, city] as const) : ([city, other] as const));
  const save = () =>
    action.run(async () => {
      const way = ways[chosen];
      if (way === undefined) return;
      const [one, two] = ends(way);
      const said = { cityId: one.id, otherId: two.id, kind: way.kind, reason };
      await api().cities.relateCities(said, { context: { idempotencyKey } });
      await queryClient.invalidateQueries({ queryKey: queries().cities.key() });
      toast({ text: t('cities.relation_kept') });
      onClose();
    });
  const options = ways.map((way, at) => {
    const [one, two] = ends(way);
    return { value: String(at), text: t(`cities.relation_${way.kind}`, { one: naming(one.name), other: naming(two.name) }) };
  });
  return (
    <Form {...formTrouble(action)} onSubmit={() => void save()}>
      <ChoiceField
        name="kind"
        label={t('cities.relation')}
        options={options}
        value={String(chosen)}
        onChange={(value) => setChosen(Number(value))}
      />
      <TextareaField name="reason" label={t('cities.identity_reason')} maxLength={500} value={reason} onChange={setReason} />
      <Buttons>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('cities.save')}
        </Button>
        <Button kind="text" onPress={onClose}>
          {t('design.cancel')}
        </Button>
      </Buttons>
    </Form>
  );
}
