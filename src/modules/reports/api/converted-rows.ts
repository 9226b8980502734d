// Sums in the currency of an office as rows of a paper: each with its rates, their day and source, and what is not converted.
import type { RegionLabels } from '#kernel/region-names.ts';
import { plain, small, strong, type PaperLine, type PaperRow } from '#kernel/paper/paper.ts';
import type { ConvertedAsShown } from '#modules/outcomes/api/rates/convert.ts';
import { sayConverted } from '#modules/outcomes/domain/rates/say-sum.ts';
import type { Wording } from '../domain/opening-words.ts';

type Total = ConvertedAsShown['totals'][number];

interface Telling {
  readonly words: Wording;
  readonly labels: RegionLabels;
  readonly kindLines: (total: Total) => readonly PaperLine[];
}

/** In four columns: stage, kind, how sure, and the sum. `totals` with the rates that they used. */
export const convertedRows = (
  { conversion, totals }: { readonly conversion: ConvertedAsShown['conversion']; readonly totals: readonly Total[] },
  { words: { t, language }, labels, kindLines }: Telling,
): readonly PaperRow[] =>
  totals.map((total, at): PaperRow => {
    const { stage, assurance, sum, qualifier } = total;
    const said = sayConverted(sum, conversion, { language, labels, qualifier });
    const rest = said.amount === null ? said.whole : said.whole.slice(said.amount.length).replace(/^[,，]\s*/, '');
    const lines = [
      ...(said.amount === null ? [] : [strong(said.amount)]),
      ...(rest === '' ? [] : [small(rest)]),
      // Of many periods the sentence names the first and the last: on paper each rate has its line.
      ...(said.rates.length > 2 ? said.rates.map((line) => small(line)) : []),
      ...said.left.map((line) => small(line)),
    ];
    return {
      ...{ key: `converted ${String(at)}`, drop: null },
      cells: [[plain(t(`design.stage_${stage}`))], [...kindLines(total)], [plain(t(`design.assurance_${assurance}`))], lines],
    };
  });
