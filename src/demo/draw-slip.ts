import sharp from 'sharp';

/** A photo of the demo: a few lines on a slip of paper. */
export function drawSlip(lines: readonly string[]): Promise<Uint8Array> {
  const words = lines
    .map((line, i) => `<text x="160" y="${120 + i * 56}" font-size="26" text-anchor="middle">${line}</text>`)
    .join('');
  const slip = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="420"><rect width="320" height="420" fill="#fff"/><rect width="320" height="56" fill="#1b6e53"/>${words}</svg>`;
  return sharp(Buffer.from(slip)).jpeg().toBuffer();
}
