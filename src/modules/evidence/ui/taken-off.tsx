// Named before something becomes public: what everybody then no longer reads, with its source.
import { useText } from '#client/language.ts';
import { Attention } from '#design/page.tsx';
import { AsWritten } from '#design/named.tsx';
import { markedTitle } from '#kernel/written-language.ts';
import type { StatementShape } from '../contract/shapes.ts';
import { Value, type ValueProps } from './value.tsx';

interface TakenOffProps extends Pick<ValueProps, 'codeName'> {
  readonly statements: readonly Pick<StatementShape, 'id' | 'value' | 'source'>[];
}

export function TakenOff({ statements, codeName }: TakenOffProps) {
  const { t, language } = useText();
  if (statements.length === 0) return null;
  return (
    <>
      <p>
        <Attention>{t('evidence.takes_off')}</Attention>
      </p>
      <ul>
        {statements.map(({ id, value, source }) => (
          <li key={id}>
            <Value value={value} codeName={codeName} />{' '}
            <span className="note">
              <AsWritten text={markedTitle(source.title, language)} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
