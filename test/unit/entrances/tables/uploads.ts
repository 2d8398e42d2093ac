const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

const NOT_WHAT_THEY_SEEM: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['nothing at all', bytes('')],
  ['words called a picture', bytes('bukan gambar')],
  ['a page', bytes('<html><script>alert(1)</script></html>')],
  ['a drawing that can run', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a script', bytes('#!/bin/sh\nrm -rf /')],
  ['a PHP file', bytes('<?php system($_GET["x"]);')],
  ['a program', hex('4d5a90000300000004000000ffff0000')],
  ['a cut picture', hex('ffd8ffe000104a46494600010100000100010000')],
  ['a picture with nothing in it', hex('89504e470d0a1a0a')],
  ['a cut PDF', bytes('%PDF-1.7\n1 0 obj')],
  ['a zip that is no table', hex('504b0304140000000800000000000000')],
];

/** Files that are not what they seem, by what the channel calls them; all are refused, and answered. */
export const UPLOAD_TABLES: Readonly<Record<string, readonly (readonly [what: string, bytes: Uint8Array])[]>> = {
  image: NOT_WHAT_THEY_SEEM,
  pdf: NOT_WHAT_THEY_SEEM,
  file: NOT_WHAT_THEY_SEEM,
  audio: NOT_WHAT_THEY_SEEM,
  video: NOT_WHAT_THEY_SEEM,
};
