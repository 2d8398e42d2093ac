/** What the first bytes say a file is; `unknown` is refused. */
export type Sniffed =
  | { readonly type: 'picture'; readonly as: 'jpeg' | 'png' | 'webp' }
  | { readonly type: 'pdf' }
  | { readonly type: 'zip' }
  | { readonly type: 'audio' | 'video'; readonly mime: string; readonly ending: string }
  | { readonly type: 'text' }
  | { readonly type: 'unknown' };

/** Tells from the bytes alone what a file is; names and types given by the sender are not asked. */
export function sniff(bytes: Uint8Array): Sniffed {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const latin = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (hex.startsWith('ffd8ff')) return { type: 'picture', as: 'jpeg' };
  if (hex.startsWith('89504e470d0a1a0a')) return { type: 'picture', as: 'png' };
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return { type: 'picture', as: 'webp' };
  if (latin.startsWith('%PDF-')) return { type: 'pdf' };
  if (hex.startsWith('504b0304')) return { type: 'zip' };
  return sounding(hex, latin) ?? (looksLikeText(bytes) ? { type: 'text' } : { type: 'unknown' });
}

function sounding(hex: string, latin: string): Sniffed | undefined {
  if (latin.slice(4, 8) === 'ftyp') return mp4Family(latin.slice(8, 12).trim().toLowerCase());
  if (hex.startsWith('1a45dfa3')) return { type: 'video', mime: 'video/webm', ending: 'webm' };
  if (latin.startsWith('OggS')) return { type: 'audio', mime: 'audio/ogg', ending: 'ogg' };
  if (latin.startsWith('ID3') || /^fff[b3a2]/.test(hex)) return { type: 'audio', mime: 'audio/mpeg', ending: 'mp3' };
  if (latin.startsWith('#!AMR')) return { type: 'audio', mime: 'audio/amr', ending: 'amr' };
  return undefined;
}

// ISO media files differ by their brand; pictures in the same box (heic, avif) are not taken.
function mp4Family(brand: string): Sniffed | undefined {
  if (brand === 'm4a') return { type: 'audio', mime: 'audio/mp4', ending: 'm4a' };
  if (brand === 'qt') return { type: 'video', mime: 'video/quicktime', ending: 'mov' };
  if (brand.startsWith('3g')) return { type: 'video', mime: 'video/3gpp', ending: '3gp' };
  if (/^(isom|iso\d|mp4\d|avc1|m4v|msnv|dash)$/.test(brand)) return { type: 'video', mime: 'video/mp4', ending: 'mp4' };
  return undefined;
}

// No NUL and no control character but tab and line ends in the first 4 kB; what opens like markup or a script is not taken.
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (head.length === 0 || head.some((b) => b < 9 || (b > 13 && b < 32))) return false;
  const start = Buffer.from(head).toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase();
  return !/^(<|#!|<\?php|mz)/.test(start);
}
