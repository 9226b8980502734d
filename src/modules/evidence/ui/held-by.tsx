// An opinion, a comparison or a forecast: of which kind it is and who holds it stand beside it, as nobody can know it.
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten } from '#design/named.tsx';
import type { StatementShape } from '../contract/shapes.ts';
import { Said, useSayer } from './said.tsx';
import type { ValueProps } from './value.tsx';

export function HeldBy({ statement, codeName }: Pick<ValueProps, 'codeName'> & { readonly statement: StatementShape }) {
  const { t } = useText();
  const sayer = useSayer();
  const { kind, saidBy, visibility } = statement;
  return (
    // What opens is no part of a paragraph: a browser that reads the page as it was sent would end it there.
    <div>
      <Said statement={statement} codeName={codeName} />{' '}
      <span className="note">
        {t(`evidence.kind_${kind}`)} · {saidBy === null ? sayer(statement) : <AsWritten text={saidBy} named />}
        {visibility !== 'public' && (
          <>
            {' '}
            <VisibilityMark visibility={visibility} />
          </>
        )}
      </span>
    </div>
  );
}
