// Two people changed the same: both values side by side, and the person chooses for each.
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../notices/dialog.tsx';

/** How a field is called and how its value is written where two values stand side by side. */
export interface FieldWords<F> {
  readonly key: keyof F & string;
  readonly label: string;
  readonly show: (fields: F) => ReactNode;
}

/** What two people saved of one thing, field by field; `decide` takes the other's value for the fields named and keeps mine for the rest. */
export interface Clash<F> {
  readonly mine: F;
  readonly theirs: F;
  readonly words: readonly FieldWords<F>[];
  readonly decide: (takeTheirs: ReadonlySet<string>) => void;
  readonly drop: () => void;
}

export function TwoValues<F>({ clash }: { readonly clash: Clash<F> | null }) {
  return clash === null ? null : <Choose clash={clash} />;
}

function Choose<F>({ clash: { mine, theirs, words, decide, drop } }: { readonly clash: Clash<F> }) {
  const { t } = useText();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, takeTheirs: boolean) => {
    const next = new Set(taken);
    if (takeTheirs) next.add(key);
    else next.delete(key);
    setTaken(next);
  };
  return (
    <Dialog
      open
      wide
      onClose={drop}
      title={t('design.two_values')}
      actions={
        <>
          <Button kind="go" onPress={() => decide(taken)}>
            {t('design.save_choice')}
          </Button>
          <Button kind="text" onPress={drop}>
            {t('design.back_to_form')}
          </Button>
        </>
      }
    >
      <p>{t('design.two_values_text')}</p>
      {words.map(({ key, label, show }) => (
        <fieldset key={key}>
          <legend className="lbl">{label}</legend>
          <div className="pick">
            <Side name={key} chosen={!taken.has(key)} onChoose={() => choose(key, false)} who={t('design.your_value')}>
              {show(mine)}
            </Side>
            <Side name={key} chosen={taken.has(key)} onChoose={() => choose(key, true)} who={t('design.their_value')}>
              {show(theirs)}
            </Side>
          </div>
        </fieldset>
      ))}
    </Dialog>
  );
}

interface SideProps {
  readonly name: string;
  readonly who: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Side({ name, who, chosen, onChoose, children }: SideProps) {
  return (
    <label>
      <input type="radio" name={`two-values-${name}`} checked={chosen} onChange={onChoose} />
      <span>
        <span className="note">{who}</span>
        <br />
        {children}
      </span>
    </label>
  );
}
