// Two people changed the same: both values side by side, and the person chooses for each.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import type { Clash } from './use-guarded-save.ts';

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
      title={t('organisations.two_values')}
      actions={
        <>
          <Button kind="go" onPress={() => decide(taken)}>
            {t('organisations.save_choice')}
          </Button>
          <Button kind="text" onPress={drop}>
            {t('organisations.back_to_form')}
          </Button>
        </>
      }
    >
      <p>{t('organisations.two_values_text')}</p>
      {words.map(({ key, label, show }) => (
        <fieldset key={key}>
          <legend className="lbl">{label}</legend>
          <div className="pick">
            <Side name={key} chosen={!taken.has(key)} onChoose={() => choose(key, false)} who={t('organisations.your_value')}>
              {show(mine)}
            </Side>
            <Side name={key} chosen={taken.has(key)} onChoose={() => choose(key, true)} who={t('organisations.their_value')}>
              {show(theirs.fields)}
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
  readonly children: React.ReactNode;
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
