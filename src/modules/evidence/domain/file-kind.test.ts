import { expect, test } from 'vitest';
import { archiveKind, documentName, fileKind } from './file-kind.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const raw = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const kindOf = (content: Uint8Array): string => {
  const kind = fileKind(content);
  return 'mediaType' in kind ? kind.mediaType : 'refused' in kind ? kind.refused : 'archive';
};

test('papers and pictures are known by their first bytes', () => {
  expect(kindOf(bytes('%PDF-1.7\n…'))).toBe('application/pdf');
  expect(kindOf(raw(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0))).toBe('image/png');
  expect(kindOf(raw(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
  expect(kindOf(bytes('RIFF1234WEBPVP8 '))).toBe('image/webp');
  expect(kindOf(bytes('RIFF1234WAVEfmt '))).toBe('text/plain');
  expect(kindOf(bytes('Minutes of 18 October 1999\n上海市与利物浦市\t签约\r\n'))).toBe('text/plain');
  expect(kindOf(raw(0xef, 0xbb, 0xbf, 0x61))).toBe('text/plain');
  expect(kindOf(raw(0x50, 0x4b, 3, 4, 0))).toBe('archive');
});

test.each([
  ['Windows', bytes('MZ\u0090')],
  ['Linux', raw(0x7f, 0x45, 0x4c, 0x46, 2)],
  ['macOS', raw(0xcf, 0xfa, 0xed, 0xfe)],
  ['Java', raw(0xca, 0xfe, 0xba, 0xbe)],
  ['WebAssembly', raw(0, 0x61, 0x73, 0x6d)],
  ['a shell', bytes('#!/bin/sh\nrm -rf /')],
  ['a batch', bytes('@echo off\r\nformat c:')],
  ['PHP', bytes('  <?php system($_GET[0]);')],
])('a program for %s is refused', (_name, content) => {
  expect(kindOf(content)).toBe('program');
});

test.each([
  ['HTML', '<!DOCTYPE html><title>x</title>'],
  ['a fragment', 'hello <script>alert(1)</script>'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['XML', '<?xml version="1.0"?><x/>'],
])('%s is a page and refused', (_name, content) => {
  expect(kindOf(bytes(content))).toBe('page');
});

test('what is neither known nor text is refused', () => {
  expect(kindOf(raw())).toBe('empty');
  expect(kindOf(raw(1, 2, 3))).toBe('unknown');
  expect(kindOf(raw(0x61, 0xc0, 0x80))).toBe('unknown');
  expect(kindOf(raw(0x61, 0xe4, 0xb8))).toBe('unknown');
  expect(kindOf(bytes('a\u0000b'))).toBe('unknown');
});

test('an archive is what it holds', () => {
  const word = ['[Content_Types].xml', 'word/document.xml'];
  expect(archiveKind(word)).toEqual({ mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  expect(archiveKind(['[Content_Types].xml', 'xl/workbook.xml'])).toEqual({
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  expect(archiveKind([...word, 'word/vbaProject.bin'])).toEqual({ refused: 'macros' });
  expect(archiveKind(['META-INF/MANIFEST.MF', 'A.class'])).toEqual({ refused: 'program' });
  expect(archiveKind(['setup.exe'])).toEqual({ refused: 'program' });
  expect(archiveKind(['word/document.xml'])).toEqual({ refused: 'unknown' });
  expect(archiveKind(['photos/a.jpg'])).toEqual({ refused: 'unknown' });
});

test('a name is its last part with the ending of what the file is', () => {
  expect(documentName('C:\\Users\\x\\Charter 1999.PDF', 'application/pdf')).toBe('Charter 1999.pdf');
  expect(documentName('../../etc/passwd', 'text/plain')).toBe('passwd.txt');
  expect(documentName('invoice.pdf.exe', 'application/pdf')).toBe('invoice.pdf.pdf');
  expect(documentName('a\u202egnp.exe', 'image/png')).toBe('agnp.png');
  expect(documentName('友城协议.docx', 'text/plain')).toBe('友城协议.txt');
  expect(documentName('"\r\n', 'text/plain')).toBe('document.txt');
  expect([...documentName('x'.repeat(400), 'text/plain')].length).toBe(154);
});
