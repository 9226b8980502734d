// Before an entry is added: what becomes public with it, and what does not fit to the stages on record. Nothing is on record yet.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { AsWritten } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Facts, type Fact } from '#design/rows.tsx';
import { Figure as Written } from '#design/said.tsx';
import { markedTitle } from '#kernel/written-language.ts';
import { evidenceQueries } from '#modules/evidence/ui/client.ts';
import type { SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { Outcome } from '../../contract/shapes.ts';
import { excesses, withEntry, type Excess, type OrderedFigure } from '../../domain/stage-order.ts';
import { figureOfDraft, type FigureDraft } from '../form/figure-fields.tsx';
import { useCounted, useStageWord } from '../words.tsx';

const orderedOf = (draft: FigureDraft): OrderedFigure => {
  const { stage, amount, currency, count, qualifier, countQualifier } = figureOfDraft(draft);
  return { stage, count, qualifier, countQualifier, amount: amount === null || currency === null ? null : { value: amount, currency } };
};

/** Where the entry would leave a later stage with more than an earlier one. */
const excessesOf = (figures: readonly OrderedFigure[], draft: FigureDraft): readonly Excess[] =>
  excesses(withEntry(figures, orderedOf(draft)), draft.stage);

interface EntryQuestionProps {
  readonly outcome: Outcome;
  readonly draft: FigureDraft;
  /** The server asks whether a later stage may hold more. */
  readonly isLarger: boolean;
  readonly isPublic: boolean;
  /** What is hardly plausible, as the server asks it. */
  readonly doubts: readonly { readonly code: string; readonly message: string }[];
  readonly busy: boolean;
  readonly onBack: () => void;
}

export function EntryQuestion({ outcome, draft, isLarger, isPublic, doubts, busy, onBack }: EntryQuestionProps) {
  const { t } = useText();
  return (
    <>
      {isLarger && <Excesses outcome={outcome} excesses={excessesOf(outcome.figures, draft)} />}
      {doubts.length > 0 && (
        <Notice kind="plain" live heading={t('outcomes.figures_right')}>
          {doubts.map(({ code, message }) => (
            <p key={code}>{message}</p>
          ))}
        </Notice>
      )}
      {isPublic && <p>{t('outcomes.entry_becomes_public')}</p>}
      <EntryFacts outcome={outcome} draft={draft} />
      <Buttons after>
        <Button kind="go" type="submit" busy={busy}>
          {t(isPublic ? 'outcomes.enter_public' : 'outcomes.enter_anyway')}
        </Button>
        <Button onPress={onBack}>{t('outcomes.look_again')}</Button>
      </Buttons>
    </>
  );
}

/** Each pair of stages that does not fit, in a sentence that asks. */
function Excesses({ outcome, excesses: found }: { readonly outcome: Outcome; readonly excesses: readonly Excess[] }) {
  const { t } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const counted = useCounted();
  const written = ({ amount, count, qualifier, countQualifier }: OrderedFigure, of: Excess['of']): string =>
    of === 'amount' && amount !== null
      ? formats.spelt(formats.money(amount, qualifier))
      : formats.spelt(counted(outcome, count ?? '0', countQualifier));
  if (found.length === 0) return null;
  return (
    <Notice kind="plain" live heading={t('outcomes.excess')}>
      {found.map(({ earlier, later, of }) => (
        <p key={`${earlier.stage} ${later.stage} ${of}`}>
          {t('outcomes.excess_pair', {
            ...{ later: word(later.stage), more: written(later, of) },
            ...{ earlier: word(earlier.stage), less: written(earlier, of) },
          })}
        </p>
      ))}
    </Notice>
  );
}

function EntryFacts({ outcome, draft }: Pick<EntryQuestionProps, 'outcome' | 'draft'>) {
  const { t } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const counted = useCounted();
  const { amount, count, qualifier, countQualifier } = orderedOf(draft);
  const note = draft.note.trim();
  const facts: readonly Fact[] = [
    { term: t('outcomes.stage'), value: word(draft.stage) },
    ...(count === null ? [] : [{ term: t('outcomes.count'), value: <Written value={counted(outcome, count, countQualifier)} /> }]),
    ...(amount === null ? [] : [{ term: t('outcomes.amount'), value: <Written value={formats.money(amount, qualifier)} /> }]),
    ...(draft.valueDate.date === null
      ? []
      : [{ term: t('outcomes.value_date'), value: <Written value={formats.flexDate(draft.valueDate.date)} /> }]),
    { term: t('outcomes.source'), value: <DraftedSource office={outcome.office.id} source={draft.source} /> },
    ...(note === '' ? [] : [{ term: t('outcomes.note'), value: note }]),
  ];
  return <Facts entries={facts} />;
}

/** The source by its title, and the file that opens with it. */
function DraftedSource({ office, source }: { readonly office: string; readonly source: SourceDraft }) {
  const { t, language } = useText();
  const known = useQuery({
    ...evidenceQueries.listSources.queryOptions({ input: { office, limit: 100 } }),
    enabled: source.origin === 'known',
  });
  if (source.origin === 'own') return t('evidence.origin_own');
  if (source.origin === 'known') return known.data?.entries.find(({ id }) => id === source.sourceId)?.title ?? t('evidence.origin_known');
  return (
    <>
      <AsWritten text={markedTitle(source.title, language)} />
      {source.document !== null && <small>{t('outcomes.with_file', { name: source.document.name })}</small>}
    </>
  );
}
