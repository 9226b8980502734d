// Refusals of evidence, in English.
export const en = {
  'evidence.statement_not_found': 'This statement does not exist, or it is not shared with you.',
  'evidence.source_not_found': 'This source does not exist, or it is not shared with you.',
  'evidence.document_not_found': 'This paper does not exist, or it is not shared with you.',
  'evidence.pin_not_found': 'This pin does not exist any more.',
  'evidence.source_title_missing': 'Name the source, so that others can find it.',
  'evidence.source_unknown': 'Your office has no such source.',
  'evidence.document_unknown': 'Your office holds no such paper.',
  'evidence.office_unknown': 'There is no such office.',
  'evidence.share_with_whom': 'Name at least one other office to share with, or keep it private.',
  'evidence.currency_missing': 'Say the currency, such as GBP or CNY.',
  'evidence.supersedes_unknown': 'Only a statement of your own office about the same thing can be corrected.',
  'evidence.superseded_already': 'Somebody corrected this before you. Look at the new statement, then decide again.',
  'evidence.withdrawn_already': 'This statement has been withdrawn.',
  'evidence.pin_wider_than_statement': 'Not everybody may read this statement, so it can be pinned for your own office only.',
  'evidence.file_empty': 'This file is empty.',
  'evidence.file_too_large': 'A paper has at most {{megabytes}} MB. Make it smaller or split it.',
  'evidence.file_program':
    'This is a program, whatever its name says. Evidence is a PDF, a picture, plain text, a Word file or a workbook.',
  'evidence.file_page': 'Web pages and SVG drawings can run scripts and are not kept. Save the page as PDF and choose that.',
  'evidence.file_macros': 'This file holds macros. Save it without them and choose it again.',
  'evidence.file_unknown':
    'This kind of file is not kept. Evidence is a PDF, a picture (PNG, JPEG, WebP), plain text, a Word file or a workbook.',
} as const;
