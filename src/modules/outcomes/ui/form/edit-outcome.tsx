// Correcting what an outcome is: title, kind, when, from where to where, who takes part, what it belongs to. The ledger stays as it is.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { bind } from '#design/fields/bind.ts';
import { DateField, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, SelectField } from '#design/fields/field.tsx';
import { filledText, MultilingualField, type Draft } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import type { Outcome } from '../../contract/shapes.ts';
import type { Counted, OutcomeKind } from '../../domain/outcome.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import type { Anyway } from '../../domain/anyway.ts';
import { AnywayField, CountedField, DomainField, KindField } from './fact-fields.tsx';
import type { DialogProps } from '../outcome-dialogs.tsx';
import { blankParty, draftOfParty, PartyFields, sentParties, type PartyDraft } from './party-fields.tsx';
import { WholeField } from './whole-field.tsx';
import { RelationFields, type RelationDraft } from './relation-fields.tsx';

interface Facts {
  readonly kind: OutcomeKind;
  readonly counted: Counted | null;
  readonly title: Draft;
  readonly fromCity: string;
  readonly toCity: string;
  readonly domain: Domain | '';
  readonly occurred: TypedDate;
  readonly note: Draft;
  readonly anyway: Anyway | '';
  readonly partOf: string;
  readonly parties: readonly PartyDraft[];
  readonly attributions: readonly RelationDraft[];
}

function useFacts(outcome: Outcome) {
  const formats = useFormats();
  const { occurred } = outcome;
  return useState<Facts>(() => ({
    kind: outcome.kind,
    counted: outcome.counted,
    title: outcome.title,
    fromCity: outcome.fromCity?.id ?? '',
    toCity: outcome.toCity?.id ?? '',
    domain: outcome.domain ?? '',
    occurred: { typed: occurred === null ? '' : formats.spelt(formats.flexDate(occurred)), date: occurred },
    note: outcome.note ?? {},
    anyway: outcome.anyway ?? '',
    partOf: outcome.partOf ?? '',
    parties: [...outcome.parties.map(draftOfParty), blankParty],
    attributions: outcome.attributions,
  }));
}

const orNone = (text: string): string | null => (text === '' ? null : text);

const sent = ({ title, domain, occurred, note, parties, attributions, ...facts }: Facts) => ({
  kind: facts.kind,
  counted: facts.counted,
  title: filledText(title) ?? {},
  fromCity: orNone(facts.fromCity),
  toCity: orNone(facts.toCity),
  domain: domain === '' ? null : domain,
  occurred: occurred.date,
  note: filledText(note),
  anyway: facts.anyway === '' ? null : facts.anyway,
  partOf: orNone(facts.partOf),
  parties: sentParties(parties),
  attributions: attributions.map(({ subjectKind, subjectId, relation }) => ({ subjectKind, subjectId, relation })),
});

export function EditDialog({ outcome, onClose }: DialogProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [facts, setFacts] = useFacts(outcome);
  const [before] = useState(facts);
  const set = (change: Partial<Facts>) => setFacts({ ...facts, ...change });
  const field = bind(facts, setFacts);
  const save = () =>
    keep(() => outcomesApi.updateOutcome({ outcomeId: outcome.id, ...sent(facts) }, { context: { ifMatch: outcome.version } }), {
      said: t('outcomes.corrected'),
      after: onClose,
      undo: ({ version }) => outcomesApi.updateOutcome({ outcomeId: outcome.id, ...sent(before) }, { context: { ifMatch: version } }),
    });
  const tie = outcome.attributions.find(({ subjectKind }) => subjectKind === 'tie')?.slug ?? null;
  return (
    <FormDialog
      wide
      after
      title={t('outcomes.correct')}
      action={action}
      submit={t('outcomes.save_correction')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p className="note">{t('outcomes.correct_note')}</p>
      <MultilingualField {...field('title')} label={t('outcomes.what')} />
      <Fields>
        <KindField value={facts.kind} onChange={(kind) => set({ kind })} />
        {outcome.extent !== 'single' && <CountedField kind={facts.kind} value={facts.counted} onChange={(counted) => set({ counted })} />}
        <DomainField value={facts.domain} onChange={(domain) => set({ domain })} />
      </Fields>
      <DateField {...field('occurred')} label={t('outcomes.occurred')} optional />
      <Direction {...{ outcome, tie, facts, set }} />
      <PartyFields value={facts.parties} onChange={(parties) => set({ parties })} />
      <RelationFields tie={tie} value={facts.attributions} onChange={(attributions) => set({ attributions })} />
      <WholeField office={outcome.office.id} own={outcome} value={facts.partOf} onChange={(partOf) => set({ partOf })} />
      <AnywayField value={facts.anyway} onChange={(anyway) => set({ anyway })} />
      <MultilingualField {...field('note')} label={t('outcomes.note')} long optional />
    </FormDialog>
  );
}

interface DirectionProps {
  readonly outcome: Outcome;
  readonly tie: string | null;
  readonly facts: Facts;
  readonly set: (change: Partial<Facts>) => void;
}

/** From where to where: among the cities of its tie and those it names already. */
function Direction({ outcome, tie, facts, set }: DirectionProps) {
  const { t } = useText();
  const field = bind(facts, set);
  const naming = useNaming();
  const { data } = useQuery({ ...tiesQueries.getTie.queryOptions({ input: { tie: tie ?? '' } }), enabled: tie !== null });
  const cities = [
    outcome.fromCity,
    outcome.toCity,
    ...outcome.parties.map(({ city }) => city),
    data?.cities.a ?? null,
    data?.cities.b ?? null,
  ];
  const known = new Map(cities.flatMap((city) => (city === null ? [] : [[city.id, naming(city.name)] as const])));
  if (known.size === 0) return null;
  const options = [{ value: '', text: t('outcomes.city_not_stated') }, ...[...known].map(([value, text]) => ({ value, text }))];
  return (
    <Fields>
      <SelectField {...field('fromCity')} label={t('outcomes.from')} options={options} />
      <SelectField {...field('toCity')} label={t('outcomes.to')} options={options} />
    </Fields>
  );
}
