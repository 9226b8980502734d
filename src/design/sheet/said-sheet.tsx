// Figures with their qualifiers, a figure that opens, and a date as it is typed.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { DateField, noDate, type TypedDate } from '../fields/date-field.tsx';
import { Columns, Section } from '../page.tsx';
import { Facts } from '../rows.tsx';
import { Figure, Opening } from '../said.tsx';
import { useWords } from './words.ts';

const deals = { value: '139000000', currency: 'GBP' };

export function SaidSheet() {
  const w = useWords();
  const formats = useFormats();
  const [date, setDate] = useState<TypedDate>(noDate);
  const [ambiguous, setAmbiguous] = useState<TypedDate>({ typed: '3/4/1980', date: null });
  return (
    <Columns>
      <Section title={w.said} span={6}>
        <Facts
          entries={[
            { term: w.saidAmount, value: <Figure value={formats.money(deals)} /> },
            { term: w.saidCount, value: <Figure value={formats.count('200', 'over')} /> },
            { term: w.saidDate, value: <Figure value={formats.flexDate({ text: '1980', qualifier: 'about' })} /> },
            {
              term: w.saidOpens,
              value: (
                <Opening
                  open
                  figure={<Figure value={formats.money({ ...deals, value: '100000000' }, 'about')} />}
                  slip={[
                    { term: w.saidBy, value: w.saidByWhom },
                    { term: w.saidIn, value: w.saidInWhat },
                  ]}
                />
              ),
            },
            { term: w.saidDiffer, value: <span className="differs">{w.saidDiffers}</span> },
          ]}
        />
      </Section>
      <Section title={w.typed} span={6}>
        <DateField name="typed" label={w.saidDate} value={date} onChange={setDate} />
        <DateField name="ambiguous" label={w.typedTwo} value={ambiguous} onChange={setAmbiguous} />
      </Section>
    </Columns>
  );
}
