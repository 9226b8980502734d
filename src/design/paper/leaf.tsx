// A paper on the screen: the words of the server, set as they will stand on the sheet but in one length.
import { useId, type ReactNode } from 'react';
import { leftWords } from '#kernel/paper/left-words.ts';
import type { Paper, PaperBlock, PaperLine, PaperSection } from '#kernel/paper/paper.ts';
import { writing } from '#kernel/language.ts';
import './leaf.css';

export function Leaf({ paper }: { readonly paper: Paper }) {
  const { head, pair, groups, foot, language, type } = paper;
  return (
    <article className={`leaf ${type}`} lang={language}>
      <div className="leafhead">
        <span>
          <b>{head.strong}</b> {head.rest}
        </span>
        <span>{head.right}</span>
      </div>
      {pair !== null && (
        <div className="leafpair">
          <span className="place">{pair.own}</span>
          <span className="line">
            <b>{pair.above}</b>
            <span className="hidden">{writing[language].comma}</span>
            <span>{pair.below}</span>
          </span>
          <span className="place">{pair.other}</span>
        </div>
      )}
      {groups.map(({ sections }, at) => (
        <div key={at} className={sections.length > 1 ? 'leaftwo' : undefined}>
          {sections.map((section) => (
            <LeafSection key={section.key} section={section} language={language} />
          ))}
        </div>
      ))}
      <div className="leaffoot">
        <span>{foot.text}</span>
        <span translate="no">{foot.seal}</span>
      </div>
    </article>
  );
}

function LeafSection({ section, language }: { readonly section: PaperSection; readonly language: string }) {
  const heading = useId();
  const { title, note, rule, blocks } = section;
  const left = leftWords(section, language);
  if (title === '') return blocks.map((block, at) => <Block key={at} block={block} named={undefined} />);
  return (
    <section className={`leafsec ${rule}`} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        {note !== '' && <p className="note">{note}</p>}
      </header>
      {blocks.map((block, at) => (
        <Block key={at} block={block} named={heading} />
      ))}
      {left !== '' && <p className="note">{left}</p>}
    </section>
  );
}

const looks: Readonly<Record<PaperLine['look'], (text: string) => ReactNode>> = {
  plain: (text) => text,
  strong: (text) => <b>{text}</b>,
  muted: (text) => <span className="muted">{text}</span>,
  small: (text) => <small>{text}</small>,
  late: (text) => <b className="attention">{text}</b>,
};

const Lines = ({ lines }: { readonly lines: readonly PaperLine[] }) =>
  lines
    .filter(({ text }) => text !== '')
    .map(({ text, look }, at) => (
      <span key={at} className="leafline">
        {looks[look](text)}
      </span>
    ));

type Rows = Extract<PaperBlock, { kind: 'rows' }>;

function Block({ block, named }: { readonly block: PaperBlock; readonly named: string | undefined }) {
  switch (block.kind) {
    case 'lead':
    case 'text':
      return (
        <p className={block.kind === 'lead' ? 'leaflead' : undefined}>
          <Lines lines={block.lines} />
        </p>
      );
    case 'berths':
      return (
        <div className="leafberths">
          <div aria-hidden="true">
            {block.berths.map((level, at) => (
              <i key={at} className={`b-${level}`} />
            ))}
          </div>
          <p className="note">{block.said}</p>
        </div>
      );
    case 'room':
      return <div className="leafroom" style={{ blockSize: `${String(block.lines * 1.8)}rem` }} />;
    case 'rows':
      return block.rows.length === 0 ? null : <RowsOf block={block} named={named} />;
  }
}

function RowsOf({ block, named }: { readonly block: Rows; readonly named: string | undefined }) {
  const { as, rows, heads, endsRight } = block;
  if (as === 'numbered' || as === 'dashed') {
    const entries = rows.map(({ key, cells }) => (
      <li key={key}>
        {cells.map((lines, at) => (
          <Lines key={at} lines={lines} />
        ))}
      </li>
    ));
    return as === 'numbered' ? <ol className="leafpoints">{entries}</ol> : <ul className="leafpoints">{entries}</ul>;
  }
  if (as === 'facts')
    return (
      <dl className={rows.every(({ cells }) => cells.length === 1) ? 'leaffacts alone' : 'leaffacts'}>
        {rows.map(({ key, cells: [label = [], ...rest] }) => (
          <div key={key}>
            <dt>
              <Lines lines={rest.length === 0 ? label.slice(0, 1) : label} />
            </dt>
            <dd>{rest.length === 0 ? <Lines lines={label.slice(1)} /> : rest.map((lines, at) => <Lines key={at} lines={lines} />)}</dd>
          </div>
        ))}
      </dl>
    );
  const end = (at: number, of: number): string | undefined => (endsRight && at > 0 && at === of - 1 ? 'num' : undefined);
  return (
    <div className="scroll" tabIndex={0} role="group" aria-labelledby={named}>
      <table className="leaftable">
        {heads !== null && (
          <thead>
            <tr>
              {heads.map((head, at) => (
                <th key={at} scope="col" className={end(at, heads.length)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((lines, at) => (
                <td key={at} className={end(at, cells.length)}>
                  <Lines lines={lines} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
