// Words of the page that explains the method to a researcher, in English.
export const methodEn = {
  'matching.method_title': 'How matches are made',
  'matching.method_note': 'for researchers and whoever wants to check a result',
  'matching.method_lead':
    'Needs and offers in English and Chinese are compared <b>exactly and without a trained model</b>: every figure is a sum of lines that quote the words they rest on.',
  'matching.method_how': 'The method',
  'matching.method_words':
    'Chinese is cut into its likeliest row of dictionary words, English is folded and stemmed. Words that everybody uses (seek, supplier, system) are left out or count for little.',
  'matching.method_across':
    'Words and phrases stand for concepts that both languages share. The glossary comes first; a Chinese word that it lacks stands for itself and for what the dictionary says. A word with several meanings is read by the words around it.',
  'matching.method_vectors':
    'An operator may add word vectors; as delivered there are none. A word that the glossary lacks then counts for the one or two concepts nearest to it too, from a cosine of 0.5 on, at 0.4 × the cosine. Such a line says “close in meaning”.',
  'matching.method_rare':
    'A shared term gives its rareness × its weight here × its weight there. Rareness is measured as in BM25, over the texts that are compared. A city or country that both name counts for a fifth of a word on each side.',
  'matching.method_sides':
    'Each side gains by how much of what it seeks is covered (F), and by being asked for what it brings (B). Topics, goals and markets add to either.',
  'matching.method_sum':
    'The figure is the harmonic mean of both gains, in thousandths. Euler’s theorem splits it over its parts, so that the lines add up to it exactly.',
  'matching.method_least':
    'Below 45 points, or where no words of both texts give at least 30 of them, there is no figure: “related field only”. Topics, markets and size alone are never more.',
  'matching.method_formula':
    'F and B: what each side gains, as sums of parts aᵢ. The mean is high only where both are; the second form is the bill.',
  'matching.method_found': 'What it finds',
  'matching.method_found_note': '300 needs, half of them looked at while it was made',
  'matching.method_who': 'Method',
  'matching.method_ours': 'This matcher,',
  'matching.method_bm25': 'BM25,',
  'matching.method_looked': 'half that was looked at',
  'matching.method_unseen': 'half that nobody looked at',
  'matching.method_figure_first': 'Right offer among the first five',
  'matching.method_figure_across': 'The same, offers in the other language',
  'matching.method_figure_rank': 'Mean reciprocal rank',
  'matching.method_figure_trap': 'A trap above every right offer',
  'matching.method_pairs':
    'The pairs were written by hand in both languages, before and apart from the matcher, with traps such as river bank for a lender. They are in the source code (tests/fixtures/match-pairs.json); npm run bench:match writes this table.',
  'matching.method_remains':
    'What remains: a paraphrase that shares no concept with what is sought is not found. The figures hold for texts of a few sentences on subjects of trade and cities, and for these two languages alone.',
  'matching.method_data': 'What it is made of',
  'matching.method_name': 'Data',
  'matching.method_use': 'What for',
  'matching.method_licence': 'Licence',
  'matching.method_use_glossary': 'terms of trade expos and cities in both languages, in groups and fields',
  'matching.method_use_cedict': 'what Chinese words mean, shortened; kept apart from the code under its own licence',
  'matching.method_use_features':
    'what the editor of OpenStreetMap calls shops, services and works in both languages, where the glossary has neither word',
  'matching.method_use_places': 'names of large cities and countries in both languages',
  'matching.method_use_jieba': 'how often Chinese words are used',
  'matching.method_run': 'Run it yourself',
  'matching.method_run_text': 'The matcher is a library of the source code and runs without a database or a network:',
  'matching.method_answer':
    'The answer lists for each need the offers, best first, with their figure and its reasons; the same file always gives the same answer. What is wrong with a file is told all at once, in words.',
  'matching.method_bounds': 'What it may not do',
  'matching.method_private':
    'What is private never changes what others see: drafts and an office’s own words are compared for that office alone. Only what everybody concerned can read says how rare a term is.',
  'matching.method_people':
    'It only suggests. Nobody is asked, refused or ranked by it; people decide, and may opt out of being suggested.',
} as const;
