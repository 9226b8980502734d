// What a reader would ask and nobody has stated: written out, never left empty.
import { useFormats } from '#client/formats.ts';
import { tellingIn, useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import type { ReportGap, TieReport } from '../contract.ts';
import { gapWords } from '../domain/gap-words.ts';
import { Line } from './report-row.tsx';

function useSentence({ cities: { first, second } }: TieReport): (gap: ReportGap) => string {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const cityName = (id: string): string => {
    const city = [first, second].find((known) => known.id === id);
    return city === undefined ? '' : naming(city.name);
  };
  const wording = { language, t: tellingIn(language), formats, naming, cityName };
  return (gap) => gapWords(gap, wording, (domain) => t(`cities.domain_${domain}`));
}

export function Gaps({ report }: { readonly report: TieReport }) {
  const { t } = useText();
  const sentence = useSentence(report);
  return report.gaps.map((gap, at) => {
    const words = t(`reports.label_${gap.about === 'begun_by_paper' ? 'established' : gap.about}`);
    // Of several questions of one kind the first alone shows its label.
    const isAgain = report.gaps[at - 1]?.about === gap.about;
    return (
      <Line key={JSON.stringify(gap)} label={isAgain ? <span className="hidden">{words}</span> : words}>
        <span className="muted">{sentence(gap)}</span>
      </Line>
    );
  });
}
