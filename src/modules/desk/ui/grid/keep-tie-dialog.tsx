// One tie enters the register: the other city is chosen, what is known of the tie is said with it, and the tie is opened.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { askedOf, formTrouble, useAction } from '#client/use-action.ts';
import { FormButtons } from '#design/fields/form-dialog.tsx';
import { TextAction } from '#design/button.tsx';
import { DateField, isDoubtful, noDate } from '#design/fields/date-field.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Fields, SelectField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Gap, Note } from '#design/page.tsx';
import { citiesApi } from '#modules/cities/ui/client.ts';
import { ownSource, sourceIsDoubtful, SourceFields, sourceOfDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { CityOfTie, Tie } from '#modules/ties/contract/shapes.ts';
import { AlreadyThere } from '#modules/cities/ui/search/already-there.tsx';
import { CityChooser, type ChosenCity } from '#modules/cities/ui/search/city-chooser.tsx';
import { tiesApi } from '#modules/ties/ui/client.ts';
import { useCodeName } from '#modules/ties/ui/words.tsx';

interface KeepTieDialogProps {
  readonly office: string;
  readonly city: CityOfTie;
  readonly classes: Tie['classes'];
  readonly onClose: () => void;
}

export function KeepTieDialog(props: KeepTieDialogProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<ChosenCity | null>(null);
  return (
    <Dialog open wide onClose={props.onClose} title={t('desk.add_tie')}>
      {chosen === null ? (
        <>
          <Note>{t('desk.add_tie_note')}</Note>
          <CityChooser except={props.city.id} onChoose={setChosen} />
        </>
      ) : (
        <KeepTyped>
          <TieToKeep {...props} chosen={chosen} onChooseAnew={() => setChosen(null)} />
        </KeepTyped>
      )}
    </Dialog>
  );
}

interface TieToKeepProps extends KeepTieDialogProps {
  readonly chosen: ChosenCity;
  readonly onChooseAnew: () => void;
}

function TieToKeep({ office, city, classes, chosen, onChooseAnew, onClose }: TieToKeepProps) {
  const { t } = useText();
  const formats = useFormats();
  const codeName = useCodeName(classes);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const action = useAction();
  const [code, setCode] = useState('');
  const [since, setSince] = useState(noDate);
  const [source, setSource] = useState(ownSource);
  const [withCityId, setWithCityId] = useState(chosen.cityId);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // Both may come from the same source: it is asked for once, and what is wrong with it is told once.
  const said = sourceOfDraft(source);
  const cited = said === undefined ? {} : { source: said };
  const entries = [
    ...(code === '' ? [] : [{ attribute: 'class' as const, value: { type: 'code' as const, code }, ...cited }]),
    ...(since.date === null ? [] : [{ attribute: 'established' as const, value: { type: 'date' as const, date: since.date }, ...cited }]),
  ];
  const keep = (confirmed: { readonly confirmed?: ['cities.may_be_same'] } = {}) =>
    void action.run(async () => {
      // Nothing enters the register before what is said with it can be read.
      if (withCityId === null && (isDoubtful(since) || sourceIsDoubtful(source))) return;
      const otherId =
        withCityId ??
        (await citiesApi.addCity({ office, geonamesId: chosen.geonamesId ?? 0, ...confirmed }, { context: { hears: true } })).id;
      // Refused hereafter, the city is in the register all the same.
      setWithCityId(otherId);
      const { slug } = await tiesApi.keepTie({ office, cityId: city.id, withCityId: otherId, entries }, { context: { idempotencyKey } });
      await queryClient.invalidateQueries();
      onClose();
      await navigate({ to: '/ties/$slug', params: { slug } });
    });
  const { problems = [], ...message } = formTrouble(action);
  const once = problems.filter(({ path }) => !(path[1] === 1 && path[2] === 'source'));
  return (
    <Form {...message} problems={once} onSubmit={() => keep()}>
      <p>
        <b>{chosen.name}</b>
        <Gap />
        {t('design.in_brackets', { words: formats.countryName(chosen.country) })}{' '}
        <TextAction onPress={onChooseAnew}>{t('desk.choose_other_city')}</TextAction>
      </p>
      <Fields>
        <SelectField
          name="entries.0.value.code"
          label={t('ties.attribute_class')}
          optional
          value={code}
          onChange={setCode}
          options={[{ value: '', text: t('ties.not_stated') }, ...classes.map((one) => ({ value: one.code, text: codeName(one.code) }))]}
        />
        <DateField
          name={`entries.${code === '' ? 0 : 1}.value.date.text`}
          label={t('ties.attribute_established')}
          optional
          value={since}
          onChange={setSince}
        />
      </Fields>
      {entries.length > 0 && <SourceFields name="entries.0.source" office={office} value={source} onChange={setSource} />}
      <AlreadyThere asked={askedOf(action)} onAnother={() => keep({ confirmed: ['cities.may_be_same'] })} />
      <Note>{t('desk.add_tie_later')}</Note>
      <FormButtons after submit={t('desk.add_tie')} busy={action.busy} onClose={onClose} />
    </Form>
  );
}
