// "What was said", light to enter: one line, a stage, a figure. Everything else may be left out.
import { useState } from 'react';
import { api } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction, formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/choice.tsx';
import { DateField, isDoubtful, noDate } from '#design/date-field.tsx';
import { Fields, SelectField, TextareaField } from '#design/field.tsx';
import { Form } from '#design/form.tsx';
import { filledText, MultilingualField, type Draft } from '#design/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import type { Tie } from '#modules/ties/contract/shapes.ts';
import type { Outcome } from '../contract/shapes.ts';
import { extents, outcomeDomains, outcomeKinds, type Extent, type OutcomeKind } from '../domain/outcome.ts';
import { blankFigure, figureIsDoubtful, FigureFields, figureOfDraft, usualCurrency } from './figure-fields.tsx';
import { blankParty, PartyFields, sentParties } from './party-fields.tsx';

/** The tie from whose page something is entered, as far as the form needs it. */
export type EnteredTie = Pick<Tie, 'id' | 'cities' | 'agreements' | 'exchanges'>;

const directions = ['unknown', 'a_to_b', 'b_to_a'] as const;

const blank = {
  kind: 'deal' as OutcomeKind,
  extent: 'aggregate' as Extent,
  title: {} as Draft,
  direction: 'unknown' as (typeof directions)[number],
  about: '',
  relation: 'related_to' as 'related_to' | 'result_of',
  domain: '',
  occurred: noDate,
  note: '',
  parties: [blankParty],
};

type Facts = typeof blank;

function useDraft(tie: EnteredTie) {
  const { language } = useText();
  const formats = useFormats();
  const [facts, setFacts] = useState(blank);
  const [figure, setFigure] = useState(() => blankFigure(usualCurrency(formats)));
  const set = (change: Partial<Facts>) => setFacts({ ...facts, ...change });
  const { a, b } = tie.cities;
  const ends = { unknown: [null, null], a_to_b: [a.id, b.id], b_to_a: [b.id, a.id] } as const;
  const [fromCity, toCity] = ends[facts.direction];
  const about = [
    ...tie.agreements.map(({ id }) => ['agreement', id] as const),
    ...tie.exchanges.map(({ id }) => ['exchange', id] as const),
  ];
  const chosen = about.find(([, id]) => id === facts.about);
  const input = {
    ...{ kind: facts.kind, extent: facts.extent, title: filledText(facts.title) ?? {}, fromCity, toCity, occurred: facts.occurred.date },
    domain: outcomeDomains.find((domain) => domain === facts.domain) ?? null,
    note: facts.note.trim() === '' ? null : { [language]: { text: facts.note.trim(), origin: 'human' as const } },
    parties: sentParties(facts.parties),
    attributions: [
      { subjectKind: 'tie' as const, subjectId: tie.id, relation: chosen === undefined ? facts.relation : ('related_to' as const) },
      ...(chosen === undefined ? [] : [{ subjectKind: chosen[0], subjectId: chosen[1], relation: facts.relation }]),
    ],
    entry: figureOfDraft(figure),
  };
  return { facts, set, figure, setFigure, input, doubtful: figureIsDoubtful(figure) || isDoubtful(facts.occurred) };
}

export interface OutcomeFormProps {
  readonly office: string;
  readonly tie: EnteredTie;
  readonly onRecorded: (outcome: Outcome) => void;
  readonly onCancel: () => void;
}

export function OutcomeForm({ office, tie, onRecorded, onCancel }: OutcomeFormProps) {
  const { t } = useText();
  const action = useAction();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { facts, set, figure, setFigure, input, doubtful } = useDraft(tie);
  const record = () =>
    action.run(async () => onRecorded(await api().outcomes.recordOutcome({ ...input, office }, { context: { idempotencyKey } })));
  return (
    <Form {...formTrouble(action)} label={t('outcomes.record')} onSubmit={() => void (doubtful ? undefined : record())}>
      <ChoiceField
        name="extent"
        label={t('outcomes.extent')}
        options={extents.map((extent) => ({ value: extent, text: t(`outcomes.extent_${extent}`) }))}
        value={facts.extent}
        onChange={(chosen) => set({ extent: extents.find((extent) => extent === chosen) ?? facts.extent })}
      />
      <Fields>
        <SelectField
          name="kind"
          label={t('outcomes.kind')}
          options={outcomeKinds.map((kind) => ({ value: kind, text: t(`outcomes.kind_${kind}`) }))}
          value={facts.kind}
          onChange={(chosen) => set({ kind: outcomeKinds.find((kind) => kind === chosen) ?? facts.kind })}
        />
      </Fields>
      <MultilingualField
        name="title"
        label={t('outcomes.what')}
        hint={t('outcomes.what_hint')}
        value={facts.title}
        onChange={(title) => set({ title })}
      />
      <FigureFields prefix="entry." kind={facts.kind} extent={facts.extent} office={office} value={figure} onChange={setFigure} />
      <Belonging {...{ tie, facts, set }} />
      <details className="after">
        <summary>{t('outcomes.more')}</summary>
        <More {...{ facts, set }} />
      </details>
      <p className="note after">{t('outcomes.private_first')}</p>
      <Buttons after>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('outcomes.save')}
        </Button>
        <Button kind="text" onPress={onCancel}>
          {t('design.cancel')}
        </Button>
      </Buttons>
    </Form>
  );
}

interface PartProps {
  readonly facts: Facts;
  readonly set: (change: Partial<Facts>) => void;
}

/** When, in which direction, and what it has to do with: related to is not result of. */
function Belonging({ tie, facts, set }: PartProps & { readonly tie: EnteredTie }) {
  const { t } = useText();
  const naming = useNaming();
  const [a, b] = [naming(tie.cities.a.name), naming(tie.cities.b.name)];
  const ways = [
    { value: 'unknown', text: t('outcomes.direction_unknown') },
    { value: 'a_to_b', text: t('outcomes.from_to', { from: a, to: b }) },
    { value: 'b_to_a', text: t('outcomes.from_to', { from: b, to: a }) },
  ];
  const happened = [...tie.agreements, ...tie.exchanges].map(({ id, title }) => ({ value: id, text: naming(title) }));
  return (
    <>
      <DateField
        name="occurred"
        label={t('outcomes.occurred')}
        optional
        value={facts.occurred}
        onChange={(occurred) => set({ occurred })}
      />
      <SelectField
        name="fromCity"
        label={t('outcomes.direction')}
        options={ways}
        value={facts.direction}
        onChange={(chosen) => set({ direction: directions.find((direction) => direction === chosen) ?? 'unknown' })}
      />
      <ChoiceField
        name="relation"
        label={t('outcomes.relation')}
        hint={t('outcomes.relation_hint')}
        options={(['related_to', 'result_of'] as const).map((relation) => ({ value: relation, text: t(`outcomes.${relation}`) }))}
        value={facts.relation}
        onChange={(chosen) => set({ relation: chosen === 'result_of' ? 'result_of' : 'related_to' })}
      />
      <SelectField
        name="attributions"
        label={t('outcomes.of_what')}
        options={[{ value: '', text: t('outcomes.the_tie', { first: a, second: b }) }, ...happened]}
        value={facts.about}
        onChange={(about) => set({ about })}
      />
    </>
  );
}

function More({ facts, set }: PartProps) {
  const { t } = useText();
  const choices = outcomeDomains.map((domain) => ({ value: domain, text: t(`cities.domain_${domain}`) }));
  return (
    <>
      <PartyFields value={facts.parties} onChange={(parties) => set({ parties })} />
      <SelectField
        name="domain"
        label={t('outcomes.domain')}
        options={[{ value: '', text: t('outcomes.no_domain') }, ...choices]}
        value={facts.domain}
        onChange={(domain) => set({ domain })}
      />
      <TextareaField name="note" label={t('outcomes.note')} optional rows={3} value={facts.note} onChange={(note) => set({ note })} />
    </>
  );
}
