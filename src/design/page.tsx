// The order of a page: title, the one sentence, the picture, then sections that hang from a rule.
import { writing } from '#kernel/language.ts';
import { Fragment, useEffect, useId, type ReactNode } from 'react';
import { useText } from '#client/language.ts';

export interface TitleProps {
  /** Also the name of the document. */
  readonly title: string;
  /** Seen instead of the title when it needs marks of its own. */
  readonly children?: ReactNode;
  readonly note?: ReactNode;
  /** Where this page hangs: links upward. */
  readonly crumb?: ReactNode;
  /** Heard but not seen, where the page's own picture names it. */
  readonly silent?: boolean;
}

/** The one h1 of a page; names the document, too. */
export function Title({ title, children, note, crumb, silent = false }: TitleProps) {
  const { t } = useText();
  const product = t('design.product');
  useEffect(() => {
    document.title = `${title} – ${product}`;
  }, [title, product]);
  if (silent) return <h1 className="hidden">{title}</h1>;
  return (
    <>
      {crumb !== undefined && <p className="crumb">{crumb}</p>}
      <div className="title">
        <h1>{children ?? title}</h1>
        {note !== undefined && <p className="note">{note}</p>}
      </div>
    </>
  );
}

/** The blank between two sentences of a line; Chinese sets none after its full stop. */
export function Gap() {
  const { language } = useText();
  return writing[language].blank;
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly id?: string;
  readonly count?: ReactNode;
  /** The count calls for a person. */
  readonly attention?: boolean;
  /** To the right of the name: a note, a key, a link. */
  readonly aside?: ReactNode;
  /** Columns of twelve, inside `Columns`. */
  readonly span?: 3 | 4 | 5 | 6 | 7 | 8 | 12;
  readonly children: ReactNode;
}

export function Section({ title, id, count, attention = false, aside, span, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={span === undefined ? 'sec' : `sec c${span}`} id={id} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>
          {title}
          {count !== undefined && <span className={attention ? 'count attention' : 'count'}> {count}</span>}
        </h2>
        {typeof aside === 'string' ? <p className="note">{aside}</p> : aside}
      </header>
      {children}
    </section>
  );
}

/** Twelve columns with sections side by side; one under the other on a phone. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className="cols">{children}</div>;
}

/** The one sentence of a page. */
export function Sentence({ children }: { readonly children: ReactNode }) {
  return <p className="lead">{typeof children === 'string' ? <Rich text={children} /> : children}</p>;
}

/** A text with `<b>` for stress and `<a>` for links: the n-th `<a>` is drawn by the n-th of `links`. Nothing else is read as markup. */
export function Rich({ text, links = [] }: { readonly text: string; readonly links?: readonly ((words: string) => ReactNode)[] }) {
  let link = 0;
  return text.split(/(<b>.*?<\/b>|<a>.*?<\/a>)/).map((part, at) => {
    const words = part.slice(3, -4);
    if (part.startsWith('<b>') && part.endsWith('</b>')) return <b key={at}>{words}</b>;
    if (!part.startsWith('<a>') || !part.endsWith('</a>')) return part;
    const draw = links[link++];
    return <Fragment key={at}>{draw === undefined ? words : draw(words)}</Fragment>;
  });
}

/** Attention in ink of the signal colour: a person is needed now. */
export function Attention({ children }: { readonly children: ReactNode }) {
  return <span className="attention">{children}</span>;
}

/** Muted and small: sources, hints. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <p className="note">{children}</p>;
}
