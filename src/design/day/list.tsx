// The companies' day on a phone: each a record that opens into its list of times.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { DayGridProps } from './model.ts';
import { Rows } from '../rows.tsx';

export function DayList({ caption, lines, zone, onChoose }: DayGridProps) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <div className="daylist" role="group" aria-label={caption}>
      {lines.map((line) => {
        const holes = line.blocks.filter(({ look }) => look === 'hole').length;
        return (
          <details key={line.key} open={line.chosen}>
            <summary>
              <span>{line.name}</span>
              <span>
                {holes > 0 && <span className="attention">{t('design.holes', { count: holes })} </span>}
                <span className="count">
                  {t('design.booked')} {line.count}
                </span>
              </span>
            </summary>
            {line.blocks.length === 0 && <p className="muted">{t('design.nothing_that_day')}</p>}
            <Rows
              entries={[...line.blocks]
                .sort((a, b) => a.start - b.start)
                .map((block) => ({
                  key: block.key,
                  when: formats.time(block.start, zone),
                  late: block.look === 'hole' || block.look === 'soft',
                  what:
                    onChoose === undefined ? (
                      (block.label ?? block.text)
                    ) : (
                      <button type="button" className="linkish" onClick={() => onChoose(line.key, block.key)}>
                        {block.label ?? block.text}
                      </button>
                    ),
                }))}
            />
          </details>
        );
      })}
    </div>
  );
}
