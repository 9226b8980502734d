// A steward says what a city is known by elsewhere and how it hangs together with other bodies, each with the reason.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { FormButtons, FormDialog } from '#design/fields/form-dialog.tsx';
import { Button, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextareaField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import type { City } from '../../contract.ts';
import type { CityIdentity } from '../../contract/identity.ts';
import { mayRelate, relationKinds, type RelationKind } from '../../domain/identity.ts';
import { citiesApi, citiesQueries } from '../client.ts';
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
  const { keep, ...action } = useKeeping(citiesQueries.key());
  const [item, setItem] = useState(identity.wikidataId ?? '');
  const [reason, setReason] = useState(identity.wikidataReason ?? '');
  const save = () => {
    const identified = { cityId: city.id, wikidataId: filledLine(item.toUpperCase()), reason: reason.trim() === '' ? null : reason };
    const context = { ifMatch: identity.version };
    return keep(() => citiesApi.identifyCity(identified, { context }), { said: t('cities.saved'), after: onClose });
  };
  return (
    <FormDialog title={t('cities.wikidata_id')} action={action} submit={t('cities.save')} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        name="wikidataId"
        label={t('cities.wikidata_id')}
        hint={t('cities.wikidata_hint')}
        optional
        value={item}
        onChange={setItem}
      />
      <TextareaField name="reason" label={t('cities.identity_reason')} value={reason} onChange={setReason} />
    </FormDialog>
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
        <ChooseCity name="otherCity" label={t('cities.other_body')} except={city.id} onChoose={setOther} />
      ) : (
        <RelationForm city={city} other={other} onClose={onClose} />
      )}
    </Dialog>
  );
}

function RelationForm({ city, other, onClose }: DialogOfCity & { readonly other: City }) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping(citiesQueries.key());
  const ways = waysOf(city, other);
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState('');
  const ends = ({ turned }: Way) => (turned ? ([other, city] as const) : ([city, other] as const));
  const save = () => {
    const way = ways[chosen];
    if (way === undefined) return;
    const [one, two] = ends(way);
    const related = { cityId: one.id, otherId: two.id, kind: way.kind, reason };
    void keep((context) => citiesApi.relateCities(related, { context }), { said: t('cities.relation_kept'), after: onClose });
  };
  const options = ways.map((way, at) => {
    const [one, two] = ends(way);
    return { value: String(at), text: t(`cities.relation_${way.kind}`, { one: naming(one.name), other: naming(two.name) }) };
  });
  return (
    <Form {...formTrouble(action)} onSubmit={save}>
      <ChoiceField
        name="kind"
        label={t('cities.relation')}
        options={options}
        value={String(chosen)}
        onChange={(value) => setChosen(Number(value))}
      />
      <TextareaField name="reason" label={t('cities.identity_reason')} value={reason} onChange={setReason} />
      <FormButtons submit={t('cities.save')} busy={action.busy} onClose={onClose} />
    </Form>
  );
}
