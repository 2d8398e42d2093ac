// What a spreadsheet program takes for the start of a formula, the full-width forms that Excel folds to them included.
const FORMULA_START = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠|%]/u;
const CONTROL_START = /^[\p{Cc}]/u;
/** Digits that a spreadsheet would spoil by reading them as a number: a leading zero, or more than it can count. */
const SPOILED = /^(0\d+|\d{12,})$/;

/** A text that opens as text in Excel, LibreOffice and Google Sheets; what could start a formula gets a `'` in front. */
export function safeCell(text: string): string {
  const plain = text.toWellFormed().normalize('NFC').replaceAll('\0', '');
  return FORMULA_START.test(plain) || CONTROL_START.test(text) ? `'${plain}` : plain;
}

/** The same for a CSV file, where nothing else says that a number is a text: ids and phones keep all their digits. */
export const safeCsvCell = (text: string): string => (SPOILED.test(text) ? `'${text}` : safeCell(text));

/** Takes back the `'` that `safeCell` put there, and the `="..."` by which people keep zeros in Excel. */
export function unsafeCell(text: string): string {
  const trimmed = text.replace(/^="([^"]*)"$/, '$1');
  return trimmed.startsWith("'") && trimmed.length > 1 ? trimmed.slice(1) : trimmed;
}
