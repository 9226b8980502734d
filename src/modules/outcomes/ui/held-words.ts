// What a side holds instead of what another reports, in words.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { writing } from '#kernel/language.ts';
import { writtenLanguage } from '#kernel/written-language.ts';
import type { Held } from '../domain/assurance.ts';
import type { Stage } from '../domain/stages.ts';
import type { Counted, OutcomeKind } from '../domain/outcome.ts';
import { useCounted, useStageWord } from './words.tsx';

/** The outcome of which it is held. */
interface HeldOf {
  readonly kind: OutcomeKind;
  readonly counted: Counted | null;
}

/** What a side holds of how far it came, where another reports `stage`; an offer has words of its own. */
export function useHeldStage(): (held: NonNullable<Held['heldStage']>, stage: Stage, of: HeldOf) => string {
  const { t } = useText();
  const word = useStageWord();
  return (held, stage, of) => {
    if (held === 'cannot_say') return t('outcomes.held_cannot_say');
    if (held === 'never') return t('outcomes.held_never');
    return held === 'not_reached' ? t('outcomes.held_not_reached', { stage: word(stage, of) }) : word(held, of);
  };
}

/** What another side holds of a stage; null where it says no more than that it differs. What it leaves unset is as stated, and not repeated. */
export function useHeldWords(): (held: Held, stage: Stage, of: HeldOf) => string | null {
  const { t, language } = useText();
  const formats = useFormats();
  const heldWord = useHeldStage();
  const counted = useCounted();
  /** What stands in the other tongue says so, as far as its script shows it. */
  const marked = (note: string): string => {
    const written = writtenLanguage(note);
    if (written === null || (written === 'zh') === writing[language].readsHan) return note;
    return note + writing[language].blank + t('design.in_brackets', { words: formats.languageName(written) });
  };
  return ({ amount, count, qualifier, countQualifier, heldStage, heldParty, note }, stage, of) =>
    [
      ...(heldStage === null ? [] : [heldWord(heldStage, stage, of)]),
      ...(heldParty === null ? [] : [t('outcomes.held_party', { party: heldParty })]),
      ...(count === null ? [] : [formats.spelt(counted(of, count, countQualifier))]),
      ...(amount === null ? [] : [formats.spelt(formats.money(amount, qualifier, 'table'))]),
      ...(note === null ? [] : [marked(note)]),
    ].join(' · ') || null;
}
