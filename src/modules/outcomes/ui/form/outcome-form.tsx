// "What was said", light to enter: one line, a stage, a figure. Everything else may be left out.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { askedOf, useAction, formTrouble } from '#client/use-action.ts';
import { FormButtons } from '#design/fields/form-dialog.tsx';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, noDate, typedDay } from '#design/fields/date-field.tsx';
import { Fields, SelectField, TextareaField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { filledText, MultilingualField, type Draft } from '#design/fields/multilingual-field.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { Outcome } from '../../contract/shapes.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { SubjectKind } from '../../domain/attribution.ts';
import { doubtCodes } from '../../domain/plausible.ts';
import { wholeCodes } from '../../domain/stage-order.ts';
import { extents, type Counted, type Extent, type OutcomeKind } from '../../domain/outcome.ts';
import { outcomesApi } from '../client.ts';
import { AlikeQuestion, RightQuestion } from './alike-question.tsx';
import type { Anyway } from '../../domain/anyway.ts';
import { AnywayField, CountedField, DomainField, KindField } from './fact-fields.tsx';
import { blankFigure, FigureFields, figureOfDraft, SaidFields, SayingFields } from './figure-fields.tsx';
import { WholeField } from './whole-field.tsx';
import { blankParty, PartyFields, sentParties, type PartyDraft } from './party-fields.tsx';

/** What an outcome is entered from: the tie or the meeting it has to do with, and what else it may be the result of. */
export interface EnteredFrom {
  /** The first is what it has to do with in any case. */
  readonly subjects: readonly [Subject, ...Subject[]];
  /** Between which cities it may go; null where that is not known. */
  readonly cities: readonly [City, City] | null;
  readonly parties?: readonly string[];
  /** Which of the subjects it is the result of, where the page that led here names one. */
  readonly about?: string | undefined;
  /** A meeting's lead, proposed: nothing is sent before somebody has read it. */
  readonly lead?: Lead;
  /** The whole of which it is one: it goes the same way and has to do with the same. */
  readonly whole?: Whole;
}

interface Whole {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly counted: Counted | null;
  readonly fromCity: string | null;
  readonly toCity: string | null;
  readonly relations: readonly Relation[];
}

interface Relation {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly relation: 'related_to' | 'result_of';
}

interface Lead {
  readonly title: string;
  /** ISO day on which they met, at the venue. */
  readonly day: string;
  /** What it has to do with besides: the edition. */
  readonly also: Subject;
  /** Of the two cities; one is chosen, or none. */
  readonly ties: readonly Subject[];
}

interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly text: string;
}

interface City {
  readonly id: string;
  readonly name: string;
}

const directions = ['unknown', 'a_to_b', 'b_to_a'] as const;

interface Facts {
  readonly kind: OutcomeKind;
  readonly extent: Extent;
  readonly counted: Counted | null;
  readonly title: Draft;
  readonly direction: (typeof directions)[number];
  readonly about: string;
  readonly relation: 'related_to' | 'result_of';
  readonly partOf: string;
  readonly domain: Domain | '';
  readonly anyway: Anyway | '';
  readonly occurred: typeof noDate;
  readonly note: string;
  readonly parties: readonly PartyDraft[];
  readonly tie: string;
}

const blank: Facts = {
  ...{ kind: 'deal', extent: 'single', counted: null, title: {}, direction: 'unknown', about: '', relation: 'related_to' },
  ...{ partOf: '', domain: '', anyway: '', occurred: noDate, note: '', parties: [blankParty], tie: '' },
};

const namedParties = (names: readonly string[]): readonly PartyDraft[] => [...names.map((name) => ({ ...blankParty, name })), blankParty];

const proposed = ({ title, day, ties }: Lead, language: string): Partial<Facts> => ({
  title: { [language]: { text: title, origin: 'human' } },
  occurred: typedDay(day),
  relation: 'result_of',
  tie: ties.length === 1 ? (ties[0]?.id ?? '') : '',
});

/** Of a lead: the meeting, its edition, and the tie that was chosen. */
const relationsOf = ({ relation, tie }: Facts, main: Subject, { also, ties }: Lead) =>
  [
    { ...main, relation },
    ...[also, ...ties.filter(({ id }) => id === tie)].map((one) => ({ ...one, relation: 'related_to' as const })),
  ].map(({ kind, id, relation: how }) => ({ subjectKind: kind, subjectId: id, relation: how }));

const ofWhole = ({ id, kind }: Whole): Partial<Facts> => ({ kind, partOf: id });

function useDraft({ subjects, cities, parties = [], about, lead, whole }: EnteredFrom) {
  const { language } = useText();
  const [facts, setFacts] = useState<Facts>({
    ...blank,
    parties: namedParties(parties),
    ...(about === undefined ? {} : { about, relation: 'result_of' as const }),
    ...(lead === undefined ? {} : proposed(lead, language)),
    ...(whole === undefined ? {} : ofWhole(whole)),
  });
  const [figure, setFigure] = useState(() => blankFigure(''));
  const set = (change: Partial<Facts>) => setFacts({ ...facts, ...change });
  const [a, b] = [cities?.[0].id ?? null, cities?.[1].id ?? null];
  const ends = { unknown: [null, null], a_to_b: [a, b], b_to_a: [b, a] } as const;
  const [fromCity, toCity] = ends[facts.direction];
  const [main, ...others] = subjects;
  const chosen = others.find(({ id }) => id === facts.about);
  const input = {
    ...{ kind: facts.kind, extent: facts.extent, counted: facts.extent === 'single' ? null : facts.counted },
    ...{ title: filledText(facts.title) ?? {}, fromCity, toCity, occurred: facts.occurred.date },
    partOf: facts.partOf === '' ? null : facts.partOf,
    ...{ domain: facts.domain === '' ? null : facts.domain, anyway: facts.anyway === '' ? null : facts.anyway },
    note: facts.note.trim() === '' ? null : { [language]: { text: facts.note.trim(), origin: 'human' as const } },
    parties: sentParties(facts.parties),
    ...(whole === undefined ? {} : { fromCity: whole.fromCity, toCity: whole.toCity }),
    attributions:
      whole !== undefined
        ? [...whole.relations]
        : lead !== undefined
          ? relationsOf(facts, main, lead)
          : [
              { subjectKind: main.kind, subjectId: main.id, relation: chosen === undefined ? facts.relation : ('related_to' as const) },
              ...(chosen === undefined ? [] : [{ subjectKind: chosen.kind, subjectId: chosen.id, relation: facts.relation }]),
            ],
    entry: figureOfDraft(figure),
  };
  return { facts, set, figure, setFigure, input };
}

type ConfirmedOf = NonNullable<Parameters<typeof outcomesApi.recordOutcome>[0]['confirmed']>[number];
/** Whoever answers one question has read the others beside it. */
const all: ConfirmedOf[] = ['outcomes.may_be_same', ...wholeCodes, ...doubtCodes];

export interface OutcomeFormProps {
  readonly office: string;
  readonly from: EnteredFrom;
  readonly onRecorded: (outcome: Outcome) => void;
  readonly onCancel: () => void;
}

export function OutcomeForm({ office, from, onRecorded, onCancel }: OutcomeFormProps) {
  const { t } = useText();
  const byLink = useSession()?.holder === 'link';
  const action = useAction();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { facts, set, figure, setFigure, input } = useDraft(from);
  const field = bind(facts, set);
  const record = (confirmed: { readonly confirmed?: ConfirmedOf[] } = {}) =>
    action.run(async () =>
      onRecorded(await outcomesApi.recordOutcome({ ...input, office, ...confirmed }, { context: { idempotencyKey, hears: true } })),
    );
  const said = { prefix: 'entry.', of: facts, office, value: figure, onChange: setFigure } as const;
  // On a phone between two meetings: what, how far, how much; everything else is folded.
  const isLead = from.lead !== undefined;
  const isPart = from.whole !== undefined;
  const what = (
    <>
      <ChoiceField
        {...field('extent')}
        label={t('outcomes.extent')}
        options={extents.map((extent) => ({ value: extent, text: t(`outcomes.extent_${extent}`) }))}
      />
      <Fields>
        <KindField value={facts.kind} onChange={(kind) => set({ kind })} />
        {facts.extent !== 'single' && <CountedField kind={facts.kind} value={facts.counted} onChange={(counted) => set({ counted })} />}
      </Fields>
    </>
  );
  const title = (
    <MultilingualField {...field('title')} label={t('outcomes.what')} hint={t(isLead ? 'outcomes.lead_what_hint' : 'outcomes.what_hint')} />
  );
  const belongs = isPart ? (
    <DateField {...field('occurred')} label={t('outcomes.occurred')} optional />
  ) : (
    <>
      <Belonging {...{ from, facts, set }} />
      <WholeField office={office} value={facts.partOf} onChange={(partOf) => set({ partOf })} />
    </>
  );
  return (
    <Form {...formTrouble(action)} label={t('outcomes.record')} onSubmit={() => void record()}>
      {isLead || isPart ? (
        <>
          {title}
          {isPart && <Parties {...{ facts, set }} />}
          <SaidFields {...said} />
          {/* What is wrong in it is to be seen. */}
          <details className="after" open={action.trouble === null ? undefined : action.trouble.problems.length > 0}>
            <summary>{t(isPart ? 'outcomes.part_more' : 'outcomes.lead_more')}</summary>
            {what}
            <SayingFields {...said} />
            {belongs}
            {!isPart && <Parties {...{ facts, set }} />}
            <More {...{ facts, set }} />
          </details>
        </>
      ) : (
        <>
          {what}
          {title}
          <FigureFields {...said} />
          {belongs}
          <details className="after">
            <summary>{t('outcomes.more')}</summary>
            <Parties {...{ facts, set }} />
            <More {...{ facts, set }} />
          </details>
        </>
      )}
      <AlikeQuestion asked={askedOf(action)} onAnother={() => void record({ confirmed: all })} />
      <RightQuestion asked={askedOf(action)} onRight={() => void record({ confirmed: all })} />
      {!byLink && <p className="note after">{t('outcomes.private_first')}</p>}
      <FormButtons after submit={t('outcomes.save')} busy={action.busy} onClose={onCancel} />
    </Form>
  );
}

interface PartProps {
  readonly facts: Facts;
  readonly set: (change: Partial<Facts>) => void;
}

/** When, in which direction, and what it has to do with: related to is not result of. */
function Belonging({ from: { cities, subjects, lead }, facts, set }: PartProps & { readonly from: EnteredFrom }) {
  const { t } = useText();
  const field = bind(facts, set);
  const [a, b] = [cities?.[0].name ?? '', cities?.[1].name ?? ''];
  const ways = [
    { value: 'unknown' as const, text: t('outcomes.direction_unknown') },
    { value: 'a_to_b' as const, text: t('outcomes.from_to', { from: a, to: b }) },
    { value: 'b_to_a' as const, text: t('outcomes.from_to', { from: b, to: a }) },
  ];
  return (
    <>
      <DateField {...field('occurred')} label={t('outcomes.occurred')} optional />
      {cities !== null && <SelectField {...field('direction')} name="fromCity" label={t('outcomes.direction')} options={ways} />}
      <ChoiceField
        {...field('relation')}
        label={t(cities === null ? 'outcomes.has_to_do_with' : 'outcomes.relation')}
        hint={lead === undefined ? t('outcomes.relation_hint') : undefined}
        options={(['related_to', 'result_of'] as const).map((relation) => ({ value: relation, text: t(`outcomes.${relation}`) }))}
      />
      {lead === undefined ? (
        <SelectField
          name="attributions"
          label={t('outcomes.of_what')}
          options={subjects.map(({ id, text }, at) => ({ value: at === 0 ? '' : id, text }))}
          value={facts.about}
          onChange={(about) => set({ about })}
        />
      ) : (
        <SelectField
          {...field('tie')}
          name="attributions"
          label={t('outcomes.lead_tie')}
          hint={t('outcomes.lead_of', { meeting: subjects[0].text, edition: lead.also.text })}
          options={[
            { value: '', text: t(lead.ties.length === 0 ? 'outcomes.lead_no_tie' : 'outcomes.lead_tie_none') },
            ...lead.ties.map(({ id, text }) => ({ value: id, text })),
          ]}
        />
      )}
    </>
  );
}

const Parties = ({ facts, set }: PartProps) => <PartyFields value={facts.parties} onChange={(parties) => set({ parties })} />;

function More({ facts, set }: PartProps) {
  const { t } = useText();
  return (
    <>
      <DomainField value={facts.domain} onChange={(domain) => set({ domain })} />
      <AnywayField value={facts.anyway} onChange={(anyway) => set({ anyway })} />
      <TextareaField {...bind(facts, set)('note')} label={t('outcomes.note')} optional rows={3} />
    </>
  );
}
