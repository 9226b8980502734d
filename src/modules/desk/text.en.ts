// English texts of desk.
export const en = {
  'desk.calendar_not_found': 'This calendar address does not exist, or it belongs to someone else.',
  'desk.weekly_mail_not_found': 'This link does not belong to any weekly e-mail.',
  'desk.zone_unknown': 'This time zone is not known. Write it as “Europe/London”.',
  'desk.paste_not_found': 'This paste does not exist, or it belongs to another office.',
  'desk.cell_read_by_others': 'Others can see this statement. Withdraw it on the tie’s page, where you can check who sees it.',
  'desk.cell_twice': 'This cell is listed twice.',
  'desk.office_without_city': 'Your office has no city yet. Adopt your city first; then you can paste its ties.',
  'desk.paste_empty': 'There are no rows in what was pasted.',
  'desk.paste_too_long': 'No more than {{max}} rows at once.',
  'desk.paste_row_unknown': 'There is no such row in what was pasted.',
  'desk.paste_undone': 'This paste was undone. Paste again to go on.',
  'desk.paste_city_missing': 'This row does not name a city.',
  'desk.paste_city_unknown': 'No city was found under the name “{{cell}}”.',
  'desk.paste_country_unknown': 'Which country or region is “{{cell}}”?',
  'desk.paste_city_several': 'Which {{cell}} do you mean?',
  'desk.paste_cities_in_cell': '“{{cell}}” names more than one city. Which do you mean?',
  'desk.paste_not_whole': 'Nothing was saved: {{count}} rows still have questions.',
  'desk.paste_class_unknown': 'Which class is “{{cell}}”?',
  'desk.paste_status_unknown': 'What status does “{{cell}}” mean?',
  'desk.paste_year_unlikely': '“{{date}}” is an unusual year for a tie. Is it correct?',
  'desk.paste_twice': 'Row {{row}} names the same city.',
  'desk.paste_status_in_remarks': 'The remarks say “{{cell}}”. Is this the status of the tie?',
  'desk.paste_earlier_more': 'Your office currently states {{date}}, from {{whose}}; this row states {{pasted}}, which is more precise.',
  'desk.paste_class_differs': 'Your office’s class: {{ours}}; this row: {{pasted}}.',
  'desk.paste_status_differs': 'Your office’s status: {{ours}}; this row: {{pasted}}.',
  'desk.paste_note_differs': 'Your office’s note: “{{ours}}”; this row: “{{pasted}}”.',
  'desk.paste_earlier_differs': 'Your office currently states {{date}}, from {{whose}}; this row states {{pasted}}. You can keep both.',
  'desk.paste_earlier_and_shown':
    'The grid shows {{shown}}, from {{shownWhose}}; your office also states {{date}}, from {{whose}}; this row states {{pasted}}. You can keep all of them.',
  'desk.paste_shown_differs':
    'The register shows {{date}}, from {{whose}}; your office has stated no date yet; this row states {{pasted}}. What others state stays.',
  'desk.paste_class_shown_differs':
    'Class in the register: {{ours}}; your office has stated none yet; this row: {{pasted}}. What others state stays.',
  'desk.paste_status_shown_differs':
    'Status in the register: {{ours}}; your office has stated none yet; this row: {{pasted}}. What others state stays.',
} as const;
